// Reads documents over HTTP, each in its syntax, with parsers that share nothing with Jena's, and writes as N-Triples what they say.
// Input: { home, published, documents: [{ address, type, file }] }. What a document names under `published` is asked of `home`.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { StreamParser, StreamWriter } from 'n3';
import { RdfXmlParser } from 'rdfxml-streaming-parser';
import { fetchPublished } from './published.js';

const { home, published, documents } = await json(process.stdin);
const fetchContext = fetchPublished(published, home);

function parser(type, baseIRI) {
  switch (type) {
    case 'application/ld+json':
      return new JsonLdParser({ baseIRI, documentLoader: { load: async url => (await fetchContext(url)).json() } });
    case 'application/rdf+xml':
      return new RdfXmlParser({ baseIRI });
    default:
      return new StreamParser({ baseIRI, format: type });
  }
}

for (const { address, type, file } of documents) {
  const answer = await fetch(address, { headers: { accept: type } });
  if (!answer.ok || !answer.headers.get('content-type').startsWith(type)) {
    throw new Error(`${address} as ${type}: ${answer.status}, ${answer.headers.get('content-type')}`);
  }
  // As text: N3's parser takes bytes apart where they arrive apart, in the midst of a Chinese character too.
  const text = Readable.fromWeb(answer.body.pipeThrough(new TextDecoderStream()));
  await pipeline(text, parser(type, address), new StreamWriter({ format: 'N-Triples' }), createWriteStream(file));
}
