package io.firmament.federate;

import io.firmament.FirmamentException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * The endpoints that a query may ask with <a href="https://www.w3.org/TR/sparql11-federated-query/">SERVICE</a>, by the
 * names that queries call them. There is no other way out: a query cannot name an address that is not here. Immutable.
 */
public final class Services {

    /** A name alone is an address too. Of several places to divide, the last: a name may have a query part. */
    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("(?<name>.+)=(?<address>[a-z][a-z0-9+.-]*:.*)");

    private static final Services NONE = new Services(Map.of());

    private final Map<String, URI> addresses;

    private Services(Map<String, URI> addresses) {
        this.addresses = addresses;
    }

    /** No other endpoint is asked. */
    public static Services none() {
        return NONE;
    }

    /**
     * Reads what may be asked.
     *
     * @param lines for each an IRI as queries write it, or {@code IRI=ADDRESS} where it is asked elsewhere: at a mirror, say
     * @throws FirmamentException if one is no HTTP address, or a name comes twice
     */
    public static Services of(Collection<String> lines) {
        Map<String, URI> addresses = new LinkedHashMap<>();
        for (var line : lines) {
            var parts = NAME_AND_ADDRESS.matcher(line);
            var name = parts.matches() ? parts.group("name") : line;
            if (addresses.put(http(name).toString(), http(parts.matches() ? parts.group("address") : line)) != null) {
                throw new FirmamentException("The service " + name + " is named twice.");
            }
        }
        return addresses.isEmpty() ? NONE : new Services(addresses);
    }

    private static URI http(String text) {
        try {
            var address = new URI(text);
            if (Set.of("http", "https").contains(address.getScheme() + "") && address.getHost() != null
                    && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new FirmamentException("The service " + text + " is no address of the form https://host/path, without name and password.");
    }

    /** The names, in the order in which they were given. */
    public Set<String> names() {
        return Collections.unmodifiableSet(addresses.keySet());
    }

    /** Whether nothing may be asked, so that queries have no SERVICE at all. */
    public boolean isEmpty() {
        return addresses.isEmpty();
    }

    /** Whether some of them are asked elsewhere than their names say. */
    public boolean haveMirrors() {
        return addresses.entrySet().stream().anyMatch(each -> !each.getKey().equals(each.getValue().toString()));
    }

    /** Of some names those that may not be asked. */
    public List<String> missing(Collection<String> names) {
        return names.stream().filter(name -> !addresses.containsKey(name)).toList();
    }

    /** Whether all of some names may be asked. */
    public boolean allow(Collection<String> names) {
        return missing(names).isEmpty();
    }

    /**
     * @throws ServiceRefused if one of the names may not be asked; the message says how to allow it
     */
    public void require(Collection<String> names) {
        var missing = missing(names);
        if (!missing.isEmpty()) {
            throw new ServiceRefused("The question asks another endpoint too, which is not allowed here. Allow it with "
                    + String.join(" ", missing.stream().map(name -> "--service " + name).toList()));
        }
    }

    /**
     * Checks what a query asks of others before it is evaluated.
     *
     * @param query in algebra
     * @throws ServiceRefused if it asks what it may not; the message is for whoever wrote it
     */
    public void check(Op query) {
        walk(query, service -> objection(service).ifPresent(objection -> {
            throw new ServiceRefused(objection);
        }), () -> {
            throw new ServiceRefused("SERVICE is not available inside of EXISTS: write the pattern into OPTIONAL or MINUS.");
        });
    }

    /** Why a SERVICE is not evaluated, for whoever wrote the query; empty if it is. */
    Optional<String> objection(OpService service) {
        if (isEmpty()) {
            return Optional.of("SERVICE is not available: this server asks no others.");
        }
        if (!service.getService().isURI()) {
            return Optional.of("SERVICE is not available with a variable: write the name of the service into the query.");
        }
        if (!addresses.containsKey(service.getService().getURI())) {
            return Optional.of("SERVICE is not available for that name. There is: " + String.join(", ", addresses.keySet()));
        }
        return has(service.getSubOp()) ? Optional.of("SERVICE is not available inside of SERVICE.") : Optional.empty();
    }

    /** Whether others are asked somewhere in a pattern. */
    private static boolean has(Op pattern) {
        var found = new boolean[1];
        walk(pattern, service -> found[0] = true, () -> found[0] = true);
        return found[0];
    }

    /**
     * @param inExists called for an EXISTS with a SERVICE in it, of which ARQ takes any failure for "no"
     */
    private static void walk(Op pattern, Consumer<OpService> each, Runnable inExists) {
        Walker.walk(pattern, new OpVisitorBase() {
            @Override
            public void visit(OpService service) {
                each.accept(service);
            }
        }, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp exists) {
                if (has(exists.getGraphPattern())) {
                    inExists.run();
                }
            }
        });
    }

    /** Where a service is really asked. */
    URI address(String name) {
        var address = addresses.get(name);
        if (address == null) {
            throw new ServiceRefused("SERVICE is not available for that name.");
        }
        return address;
    }

    /** Lets the queries over a data set ask these, and nothing else, in the place of what Jena would do. */
    public void installIn(Context context) {
        var only = new ServiceExecutorRegistry();
        only.addBulkLink(new ServiceJoin(this));
        ServiceExecutorRegistry.set(context, only);
    }
}
