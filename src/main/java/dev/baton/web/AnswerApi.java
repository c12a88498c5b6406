package dev.baton.web;

import dev.baton.handoff.answer.QualificationSchema;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerForm;
import dev.baton.input.AnswerForms;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.EmailSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** OpenAPI description of the answers: the bodies of their calls, made of the answer schema. */
@Component
class AnswerApi implements GlobalOpenApiCustomizer {
  private final List<AnswerForms> forms;

  AnswerApi(List<AnswerForms> forms) {
    this.forms = forms;
  }

  @Override
  public void customise(OpenAPI api) {
    forms.stream()
        .flatMap(room -> room.all().stream())
        .filter(form -> form.path() != null)
        .collect(Collectors.groupingBy(AnswerForm::path))
        .forEach((path, same) -> describe(api, path, same));
  }

  private static void describe(OpenAPI api, String path, List<AnswerForm> same) {
    Schema<?> body = new ObjectSchema();
    same.forEach(form -> fill(body, form));
    PathItem call = api.getPaths().get(path);
    if (call == null) {
      throw new IllegalStateException("No call takes the answer " + path);
    }
    call.getPost()
        .getRequestBody()
        .getContent()
        .values()
        .forEach(content -> content.setSchema(body));
  }

  private static void fill(Schema<?> body, AnswerForm form) {
    form.fields().stream()
        .filter(field -> field.type() != Type.CRITERION)
        .forEach(field -> add(body, field));
    if (form.criteria().isEmpty()) {
      return;
    }
    add(body, "framework", new StringSchema()._enum(QualificationSchema.frameworks()));
    Schema<?> criteria = (Schema<?>) body.getProperties().get("criteria");
    Schema<?> all = criteria == null ? new ObjectSchema() : criteria;
    form.criteria().forEach(field -> add(all, field.name(), criterion(field)));
    add(body, "criteria", all);
  }

  private static void add(Schema<?> body, AnswerField field) {
    Schema<?> schema = schema(field).description(description(field));
    add(body, field.name(), schema);
    boolean listed = body.getRequired() != null && body.getRequired().contains(field.name());
    if (field.isRequired() && field.shown() == null && field.preset() == null && !listed) {
      body.addRequiredItem(field.name());
    }
  }

  @SuppressWarnings("rawtypes")
  private static void add(Schema<?> body, String name, Schema<?> property) {
    body.addProperty(name, (Schema) property);
  }

  private static String description(AnswerField field) {
    String hint = field.hint() == null ? "" : " (" + field.hint() + ")";
    String when =
        field.shown() == null
            ? ""
            : "; with %s %s"
                .formatted(field.shown().field(), String.join(" or ", field.shown().codes()));
    return field.label() + hint + when;
  }

  private static Schema<?> criterion(AnswerField field) {
    Schema<?> criterion = new ObjectSchema().description(description(field));
    add(criterion, "met", new BooleanSchema());
    field.parts().stream()
        .skip(1)
        .forEach(
            part -> {
              String name = part.name().substring(field.name().length()).toLowerCase(Locale.ROOT);
              add(criterion, name, schema(part).description(part.label()));
            });
    criterion.addRequiredItem("met");
    return criterion;
  }

  private static Schema<?> schema(AnswerField field) {
    return switch (field.type()) {
      case DECISION, CHOICE -> new StringSchema()._enum(field.codes());
      case REASON -> new StringSchema().title("A code of the table rejection-reasons");
      case TEXT, NOTE, LINK -> new StringSchema().maxLength(field.longest());
      case EMAIL -> new EmailSchema().maxLength(field.longest());
      case DAY -> new DateSchema();
      case PAST, FUTURE -> new DateTimeSchema();
      case NUMBER ->
          new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(field.longest()));
      case AMOUNT -> new NumberSchema().minimum(BigDecimal.ZERO);
      case CURRENCY -> new StringSchema().pattern("^[A-Z]{3}$");
      case TICK, CRITERION -> new BooleanSchema();
    };
  }
}
