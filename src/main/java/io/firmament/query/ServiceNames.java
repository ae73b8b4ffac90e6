package io.firmament.query;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** The other endpoints that a query asks with SERVICE, wherever in it. */
final class ServiceNames {

    private ServiceNames() {}

    /**
     * Their names as they stand in the query, or a variable with its question mark.
     *
     * @param text the same query as text: most have no SERVICE, which is seen sooner there
     */
    static Set<String> in(Query query, String text) {
        Set<String> names = new TreeSet<>();
        if (text.toLowerCase(Locale.ROOT).contains("service")) {
            Walker.walk(Algebra.compile(query), new OpVisitorBase() {
                @Override
                public void visit(OpService service) {
                    names.add(service.getService().toString());
                }
            }, new ExprVisitorBase());
        }
        return names;
    }
}
