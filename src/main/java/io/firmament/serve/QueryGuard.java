package io.firmament.serve;

import io.firmament.federate.ServiceRefused;
import io.firmament.federate.Services;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorByTypeBase;
import org.apache.jena.sparql.algebra.op.Op0;
import org.apache.jena.sparql.algebra.op.Op1;
import org.apache.jena.sparql.algebra.op.Op2;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpN;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction0;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunction3;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * What a stranger's query may contain: the SPARQL 1.1 standard, but no reach to other servers but those that whoever
 * runs this one allows, no functions beyond the
 * standard's, and nothing that is known to run for ever whatever the time limit says. One long file, so that what is
 * allowed is read in one place.
 */
final class QueryGuard {

    private static final List<String> OUR_ENGINES_OWN =
            List.of("http://jena.apache.org/", "http://jena.hpl.hp.com/", "java:", "http://openjena.org/");
    /** A group that repeats and has a repetition or a choice in it: the engine may try exponentially many ways. */
    private static final Pattern NESTED_REPETITION = Pattern.compile("\\([^()]*[*+{|][^()]*\\)+[*+{]");
    private static final Pattern ESCAPES_AND_CLASSES = Pattern.compile("\\\\.|\\[[^\\]]*]");
    private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\([1-9]|k<)");

    private final Patterns patterns = new Patterns();
    private final Expressions expressions = new Expressions();
    private int operators;
    private int growth;
    private int products;
    private int power;

    private QueryGuard() {}

    /**
     * Parses a query and checks it.
     *
     * @param services what it may ask with SERVICE
     * @throws Refusal if it is no SPARQL 1.1 query, or none that is answered here
     */
    static Query check(String text, Services services) {
        QueryText.check(text);
        try {
            var query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            var guard = new QueryGuard();
            var algebra = Algebra.compile(query);
            Walker.walk(algebra, guard.patterns, guard.expressions);
            services.check(algebra);
            guard.checkSteps(text.length());
            return query;
        } catch (ServiceRefused e) {
            throw Refusal.badRequest(e.getMessage());
        } catch (QueryParseException e) {
            throw Refusal.badRequest("The query has an error" + (e.getLine() > 0 ? " in line " + e.getLine() + ", column "
                    + e.getColumn() : "") + ": " + firstLines(e.getMessage()));
        } catch (QueryException e) {
            throw Refusal.badRequest("The query has an error: " + firstLines(e.getMessage()));
        } catch (StackOverflowError e) {
            throw tooComplex();
        }
    }

    /** Each repetition may try every length of the text, and a pattern without an anchor every beginning. */
    private void checkSteps(int chars) {
        if (Math.pow(chars * Math.pow(2, growth), power) > Limits.PATTERN_STEPS) {
            throw Refusal.badRequest("The pattern of REGEX or REPLACE may take for ever on texts as long as this query brings:"
                    + " begin it with ^, use fewer repetitions, or CONTAINS and STRSTARTS.");
        }
    }

    private static Refusal tooComplex() {
        return Refusal.badRequest("The query is too complex: more than " + Limits.OPERATORS + " operators.");
    }

    /** The parser lists all that it would have accepted; the first two lines say what it met. */
    private static String firstLines(@Nullable String message) {
        var line = message == null ? "it cannot be read." : message.replaceAll("(?s)Was expecting.*", "").replaceAll("^Lexical error at line \\d+, column \\d+\\.\\s*", "")
                .replaceAll(" at line \\d+, column \\d+\\.", "").replaceAll("\\s+", " ").strip()
                .replaceFirst("^Line \\d+, column \\d+: ", "").replaceFirst("Encountered \"<EOF>.*", "it ends too early.")
                .replaceFirst("Encountered \" ?(?:\"[^\"]*\"|<\\w+>)(?: \"(.*?) ?\")?\"", "it does not go on with $1");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    private void count(int more) {
        operators += more;
        if (operators > Limits.OPERATORS) {
            throw tooComplex();
        }
    }

    private void predicate(Node node) {
        if (node.isURI() && !node.getURI().equals(RDFS.member.getURI())
                && (isOwn(node.getURI()) || PropertyFunctionRegistry.get().isRegistered(node.getURI()))) {
            throw notAvailable(node.getURI());
        }
    }

    private static boolean isOwn(String iri) {
        return OUR_ENGINES_OWN.stream().anyMatch(iri::startsWith);
    }

    private static Refusal notAvailable(String function) {
        return Refusal.badRequest("Function not available: "
                + (function.length() > 100 ? function.substring(0, 100) + "…" : function));
    }

    private final class Patterns extends OpVisitorByTypeBase {

        @Override
        public void visit(OpBGP pattern) {
            count(pattern.getPattern().size());
            pattern.getPattern().forEach(triple -> predicate(triple.getPredicate()));
        }

        @Override
        public void visit(OpPath pattern) {
            path(pattern.getTriplePath().getPath(), false);
        }

        /** The walker leaves out what is aggregated and what is ordered by. */
        @Override
        public void visit(OpGroup group) {
            count(1);
            group.getAggregators().forEach(this::expression);
        }

        @Override
        public void visit(OpOrder order) {
            count(1);
            order.getConditions().forEach(condition -> expression(condition.getExpression()));
        }

        private void expression(Expr expression) {
            Walker.walk(expression, this, expressions);
        }

        @Override
        public void visit(OpService service) {
            count(1);
        }

        @Override
        protected void visitN(OpN op) {
            count(1);
        }

        @Override
        protected void visit2(Op2 op) {
            count(1);
        }

        @Override
        protected void visit1(Op1 op) {
            count(1);
        }

        @Override
        protected void visit0(Op0 op) {
            count(1);
        }

        @Override
        protected void visitFilter(OpFilter op) {
            count(1);
        }

        @Override
        protected void visitLeftJoin(OpLeftJoin op) {
            count(1);
        }

        @Override
        protected void visitExt(OpExt op) {
            count(1);
        }

        /** A closure inside a closure walks the same ways again and again, and minds no time limit. */
        private void path(Path path, boolean closed) {
            count(1);
            if (path instanceof P_Link link) {
                predicate(link.getNode());
            } else if (path instanceof P_Path2 two) {
                path(two.getLeft(), closed);
                path(two.getRight(), closed);
            } else if (path instanceof P_NegPropSet set) {
                count(set.getNodes().size());
            } else if (path instanceof P_ZeroOrMore1 || path instanceof P_OneOrMore1) {
                if (closed) {
                    throw Refusal.badRequest("A path with * or + inside of * or + is not available.");
                }
                path(((P_Path1) path).getSubPath(), true);
            } else if (path instanceof P_ZeroOrOne || path instanceof P_Inverse) {
                path(((P_Path1) path).getSubPath(), closed);
            } else if (path instanceof P_Path1) {
                throw Refusal.badRequest("Paths with counts are not available; they are not SPARQL 1.1.");
            }
        }
    }

    private final class Expressions extends ExprVisitorBase {

        @Override
        public void visit(ExprFunction0 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunction1 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunction2 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunction3 function) {
            function(function);
        }

        @Override
        public void visit(ExprFunctionN function) {
            function(function);
        }

        private void function(ExprFunction function) {
            count(1 + function.numArgs());
            if (function instanceof E_Function call && !call.getFunctionIRI().startsWith(XSD.getURI())) {
                throw notAvailable(call.getFunctionIRI());
            }
            if (function instanceof E_Multiply && ++products > Limits.PRODUCTS
                    || (function instanceof E_StrConcat || function instanceof E_StrReplace || function instanceof E_StrEncodeForURI)
                            && (growth += doublings(function.numArgs())) > Limits.GROWTH) {
                throw Refusal.badRequest("The query has too many of *, CONCAT, REPLACE and ENCODE_FOR_URI.");
            }
            if (function instanceof E_Regex || function instanceof E_StrReplace) {
                regex(function.getArg(2));
            }
        }

        @Override
        public void visit(ExprAggregator aggregate) {
            count(1);
            if (aggregate.getAggregator() instanceof AggCustom custom) {
                throw notAvailable(custom.getIRI());
            }
            separator(aggregate.getAggregator() instanceof AggGroupConcat all ? all.getSeparator()
                    : aggregate.getAggregator() instanceof AggGroupConcatDistinct distinct ? distinct.getSeparator() : null);
            var arguments = aggregate.getAggregator().getExprList();
            if (arguments != null) {
                arguments.forEach(argument -> Walker.walk(argument, patterns, this));
            }
        }

        private void separator(@Nullable String text) {
            if (text != null && text.length() > Limits.SEPARATOR_CHARS) {
                throw Refusal.badRequest("A separator of GROUP_CONCAT has at most " + Limits.SEPARATOR_CHARS + " characters here.");
            }
        }

        /** One after another, each of these may double a text, or a number's digits; too many fill any memory. */
        private int doublings(int arguments) {
            return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, arguments - 1));
        }

        @Override
        public void visit(NodeValue constant) {
            if (constant.isNumber() && constant.asString().length() > Limits.DIGITS) {
                throw Refusal.badRequest("A number has at most " + Limits.DIGITS + " digits here.");
            }
        }

        private void regex(Expr pattern) {
            if (!pattern.isConstant()) {
                throw Refusal.badRequest("The pattern of REGEX and REPLACE is a constant here.");
            }
            var text = pattern.getConstant().asString();
            if (text.length() > Limits.REGEX_CHARS) {
                throw Refusal.badRequest("The pattern of REGEX and REPLACE has at most " + Limits.REGEX_CHARS + " characters.");
            }
            var bare = ESCAPES_AND_CLASSES.matcher(text).replaceAll("x");
            power = Math.max(power, (int) bare.chars().filter(c -> c == '*' || c == '+' || c == '{').count() + (bare.startsWith("^") ? 0 : 1));
            if (NESTED_REPETITION.matcher(text).find() || BACK_REFERENCE.matcher(text).find()) {
                throw Refusal.badRequest(
                        "A pattern with repetitions or choices inside of repeated groups, or with back-references, may take for ever.");
            }
        }
    }
}
