package org.truce.app.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** Renders the compiled templates to UTF-8 bytes. */
public final class Pages {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Renders {@code template}, named as under src/main/jte, with its parameters by name. */
    public byte[] render(String template, Map<String, Object> parameters) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(template, parameters, out);
        return out.toByteArray();
    }

    /** JSON that may stand inside a script element: nothing in it can end the element. */
    public static String scriptSafe(Object data) {
        return JSON.writeValueAsString(data)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
