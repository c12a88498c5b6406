package dev.baton.input;

import dev.baton.input.AnswerField.Option;
import dev.baton.input.AnswerField.Required;
import dev.baton.input.AnswerField.Type;
import dev.baton.input.AnswerField.When;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Form of an answer: its fields in the order in which they are asked.
 *
 * @param id of its Camunda Form, or null where no task asks it
 * @param path where a client of the API sends it, or null where it is part of another call
 * @param link to what the question is about, as Markdown
 * @param how one fills it in, or null
 */
public record AnswerForm(
    @Nullable String id,
    @Nullable String path,
    String link,
    @Nullable String how,
    List<AnswerField> fields) {

  /** Without a field yet. */
  public AnswerForm(@Nullable String id, @Nullable String path, String link) {
    this(id, path, link, null, List.of());
  }

  /** With more fields behind those that it has. */
  public AnswerForm ask(AnswerField... more) {
    return ask(List.of(more));
  }

  public AnswerForm ask(List<AnswerField> more) {
    return with(Stream.concat(fields.stream(), more.stream()).toList());
  }

  public AnswerForm how(String text) {
    return new AnswerForm(id, path, link, text, fields);
  }

  /** The same fields as a call of their own. */
  public AnswerForm at(String anotherPath) {
    return new AnswerForm(null, anotherPath, link, how, fields);
  }

  /** Where this answer to one thing is sent. */
  public String to(String thing) {
    if (path == null) {
      throw new IllegalStateException("The form %s is part of another call".formatted(id));
    }
    return path.replace("{id}", thing);
  }

  public Optional<AnswerField> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The field that says which way the answer goes, or null. */
  public @Nullable AnswerField decision() {
    return fields.stream().filter(field -> field.type() == Type.DECISION).findFirst().orElse(null);
  }

  /** Everything that can be submitted, with the parts of criteria. */
  public Set<String> names() {
    return fields.stream()
        .flatMap(field -> field.parts().stream())
        .map(AnswerField::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public List<AnswerField> criteria() {
    return fields.stream().filter(field -> field.type() == Type.CRITERION).toList();
  }

  /** All that may be asked while it is not decided yet which way the answer goes. */
  public List<AnswerField> undecided() {
    return fields.stream()
        .filter(field -> field.type() != Type.DECISION)
        .map(field -> field.when(decided(field.shown())))
        .toList();
  }

  /** What is asked whichever way the answer goes, beside criteria. */
  public List<AnswerField> common() {
    return fields.stream()
        .filter(field -> field.type() != Type.DECISION && field.type() != Type.CRITERION)
        .filter(this::isCommon)
        .toList();
  }

  /** What is asked only when the answer goes this way. */
  public List<AnswerField> only(String code) {
    return branch(code).fields().stream()
        .filter(field -> !isCommon(field(field.name()).orElseThrow()))
        .toList();
  }

  /** The form once it is decided which way the answer goes; null: nobody knows. */
  public AnswerForm branch(@Nullable String code) {
    return with(
        fields.stream()
            .filter(field -> field.type() != Type.DECISION && belongs(field, code))
            .map(field -> field.when(decided(field.shown())).must(decided(field, code)))
            .toList());
  }

  private boolean isCommon(AnswerField field) {
    AnswerField decision = decision();
    return decision == null || decision.codes().stream().allMatch(code -> belongs(field, code));
  }

  private boolean belongs(AnswerField field, @Nullable String code) {
    if (field.shown() == null) {
      return true;
    }
    return isOfDecision(field.shown())
        ? field.shown().has(code)
        : field(field.shown().field()).filter(asked -> belongs(asked, code)).isPresent();
  }

  private @Nullable When decided(@Nullable When when) {
    return when == null || isOfDecision(when) ? null : when;
  }

  private @Nullable Required decided(AnswerField field, @Nullable String code) {
    Required required = field.required();
    if (required == null || required.when() == null || !isOfDecision(required.when())) {
      return required;
    }
    return required.when().has(code) ? new Required(null, required.sentence()) : null;
  }

  private boolean isOfDecision(When when) {
    return decision() != null && when.field().equals(decision().name());
  }

  public AnswerForm without(String... names) {
    return with(fields.stream().filter(field -> !List.of(names).contains(field.name())).toList());
  }

  /** The rejection reasons in force. */
  public AnswerForm reasons(List<Option> reasons) {
    return each(field -> field.type() == Type.REASON ? field.offers(reasons) : field);
  }

  public AnswerForm preset(String name, String value) {
    return each(field -> field.name().equals(name) ? field.preset(value) : field);
  }

  public AnswerForm hint(String name, String text) {
    return each(field -> field.name().equals(name) ? field.hint(text) : field);
  }

  /** The form as people of that language read it. */
  public AnswerForm in(Locale locale) {
    String said = how == null ? null : Sentences.in(locale, how);
    return new AnswerForm(
        id, path, link, said, fields.stream().map(field -> field.in(locale)).toList());
  }

  private AnswerForm each(UnaryOperator<AnswerField> change) {
    return with(fields.stream().map(change).toList());
  }

  private AnswerForm with(List<AnswerField> others) {
    return new AnswerForm(id, path, link, how, others);
  }
}
