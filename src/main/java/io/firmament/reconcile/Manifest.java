package io.firmament.reconcile;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.firmament.vocab.FM;
import java.util.List;

/**
 * What the service is and can: the first thing a client asks for.
 *
 * @param base the public address of the server, without a slash at its end
 * @param chosen what is to stand after each address so that the visitor's choice of a language goes along; or nothing
 * @param language the tag of the reader's language
 */
record Manifest(String base, String chosen, String language) {

    private static final String SERVICE = "/reconcile";
    private static final Text NAME = new Text("Firmament: firms, people, products and deals", "苍穹：企业、人物、产品与交易");
    private static final int PREVIEW_WIDTH = 420;
    private static final int PREVIEW_HEIGHT = 330;

    JsonObject of(Version version, Schema schema) {
        var manifest = new JsonObject();
        var released = version == Version.V0_2;
        manifest.add("versions", Answers.array(List.of(new JsonPrimitive(version.label()))));
        manifest.addProperty("name", NAME.in(language));
        if (released) {
            manifest.addProperty("identifierSpace", FM.ID);
            manifest.addProperty("schemaSpace", FM.NS);
        } else {
            manifest.addProperty("lang", language);
            manifest.addProperty("standardizedScore", true);
        }
        manifest.addProperty("documentation", base + SERVICE + first());
        manifest.addProperty("logo", base + "/icon.svg");
        manifest.add("view", url(base + "/id/" + id(released) + first()));
        manifest.add(released ? "feature_view" : "featureView", url(base + SERVICE + first() + "#" + id(released)));
        manifest.add("defaultTypes", types(schema));
        manifest.add("suggest", released ? suggest() : offered());
        manifest.add("preview", preview(released));
        manifest.add("extend", extend(released));
        manifest.addProperty("batchSize", Reconciliation.BATCH_SIZE);
        return manifest;
    }

    /** In 0.2 clients replace braces; in the draft it is a template of RFC 6570. */
    private static String id(boolean released) {
        return released ? "{{id}}" : "{id}";
    }

    private String first() {
        return chosen.isEmpty() ? "" : "?" + chosen;
    }

    private String further() {
        return chosen.isEmpty() ? "" : "&" + chosen;
    }

    private static JsonObject url(String url) {
        var view = new JsonObject();
        view.addProperty("url", url);
        return view;
    }

    private JsonArray types(Schema schema) {
        return Answers.array(schema.classes().stream().map(type -> {
            var object = new JsonObject();
            object.addProperty("id", type.id());
            object.addProperty("name", type.name().in(language));
            return object;
        }).toList());
    }

    private static JsonObject offered() {
        var suggest = new JsonObject();
        for (var sort : Suggestions.Sort.values()) {
            suggest.addProperty(sort.path(), true);
        }
        return suggest;
    }

    private JsonObject suggest() {
        var suggest = new JsonObject();
        for (var sort : Suggestions.Sort.values()) {
            var service = new JsonObject();
            service.addProperty("service_url", base + SERVICE);
            service.addProperty("service_path", "/suggest/" + sort.path() + first());
            service.addProperty("flyout_service_url", base + SERVICE);
            service.addProperty("flyout_service_path", "/flyout/" + sort.path() + "?id=${id}" + further());
            suggest.add(sort.path(), service);
        }
        return suggest;
    }

    private JsonObject preview(boolean released) {
        var preview = released ? url(base + SERVICE + "/preview?id=" + id(true) + further()) : new JsonObject();
        preview.addProperty("width", PREVIEW_WIDTH);
        preview.addProperty("height", PREVIEW_HEIGHT);
        return preview;
    }

    private JsonObject extend(boolean released) {
        var extend = new JsonObject();
        if (released) {
            var propose = new JsonObject();
            propose.addProperty("service_url", base + SERVICE);
            propose.addProperty("service_path", "/properties" + first());
            extend.add("propose_properties", propose);
        } else {
            extend.addProperty("proposeProperties", true);
        }
        var limit = setting(released, "limit", "number", new Text("At most", "至多"), new Text("Values for each entity; 0 for all", "每个实体的取值数；0 为全部"));
        limit.addProperty("default", 0);
        var only = setting(released, "language", "select", new Text("Language", "语言"), new Text("Of which language texts and names are to be", "文本与名称的语言"));
        only.addProperty("default", "");
        only.add("choices", Answers.array(List.of(
                choice("", new Text("any", "不限")), choice("en", new Text("English", "英文")), choice("zh-Hans", new Text("Chinese", "中文")))));
        extend.add(released ? "property_settings" : "propertySettings", Answers.array(List.of(limit, only)));
        return extend;
    }

    private JsonObject setting(boolean released, String id, String type, Text name, Text help) {
        var setting = new JsonObject();
        setting.addProperty(released ? "name" : "id", id);
        setting.addProperty(released ? "label" : "name", name.in(language));
        setting.addProperty("type", type);
        setting.addProperty(released ? "help_text" : "helpText", help.in(language));
        return setting;
    }

    private JsonObject choice(String value, Text name) {
        var choice = new JsonObject();
        choice.addProperty("value", value);
        choice.addProperty("name", name.in(language));
        return choice;
    }
}
