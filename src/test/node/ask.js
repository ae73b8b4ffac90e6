// Asks queries with Comunica.
// Input: { sources, queries: { name: text }, published, home, follow }. With `follow` the sources are documents, and what they
// link to is read as well; addresses under `published` are asked of `home`, no other is asked.
// Output: { answers: { name: { columns, rows } }, asked }, where a row has the values of the columns, or null, and `asked` is
// what was read of what is published.
import { json } from 'node:stream/consumers';
import { fetchPublished } from './published.js';

const { sources, queries, published, home, follow } = await json(process.stdin);
const { QueryEngine } = await import(follow ? '@comunica/query-sparql-link-traversal' : '@comunica/query-sparql');
const engine = new QueryEngine();
const asked = [];
const answers = {};
for (const [name, query] of Object.entries(queries)) {
  const context = follow ? { sources, lenient: true, fetch: fetchPublished(published, home, asked) } : { sources };
  const answer = await engine.query(query, context);
  const columns = (await answer.metadata()).variables.map(variable => variable.value);
  const rows = await (await answer.execute()).toArray();
  answers[name] = { columns, rows: rows.map(row => columns.map(column => row.get(column)?.value ?? null)) };
}
console.log(JSON.stringify({ answers, asked }));
