package io.duibiao.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

import io.quarkus.smallrye.openapi.OpenApiFilter;

/** Documents what every operation of the API takes and answers, so that no resource has to repeat it. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonParts implements OASFilter {

    private static final String PROBLEM = "Problem";

    /** Any of them serves wherever Basic does. */
    private static final Map<String, SecurityScheme> LOGINS = new TreeMap<>(Map.of(
            "Bearer", OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                    .description("A token that the service issued (db_…), or a JWT of the OIDC provider"),
            "Session", OASFactory.createSecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
                    .name("duibiao-session").description("The cookie of a sign-in; a write needs X-CSRF-Token too")));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(PROBLEM, problem());
        LOGINS.forEach(api.getComponents()::addSecurityScheme);
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> item.getOperations().forEach(CommonParts::complete));
        }
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        Optional.ofNullable(operation.getSecurity()).map(List::copyOf).orElse(List.of()).stream()
                .flatMap(basic -> basic.getSchemes().values().stream()).forEach(roles -> LOGINS.keySet().forEach(
                        login -> operation
                                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(login, roles))));
        operation.addParameter(query("lang", "Language of labels and messages; Accept-Language serves where it is absent",
                text().addEnumeration("zh-CN").addEnumeration("en")));
        if (method == PathItem.HttpMethod.GET) {
            operation.addParameter(query("asOf", "As known at this instant; absent: as known now", text().format("date-time")));
        }
        operation.getResponses().setDefaultValue(OASFactory.createAPIResponse().description("What went wrong (RFC 9457)")
                .content(OASFactory.createContent().addMediaType("application/problem+json",
                        OASFactory.createMediaType().schema(OASFactory.createSchema().ref(PROBLEM)))));
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description).schema(schema);
    }

    private static Schema problem() {
        Schema fault = object(Map.of("pointer", text(), "line", number(), "column", number(), "code", text(), "message", text(),
                "value", text())).required(List.of("code", "message"));
        return object(
                Map.of("type", text(), "title", text(), "status", number(), "detail", text(), "requestId", text(), "errors",
                        OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(fault)))
                .required(List.of("type", "title", "status", "detail", "requestId", "errors"));
    }

    private static Schema object(Map<String, Schema> properties) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).properties(new TreeMap<>(properties));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema number() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    }
}
