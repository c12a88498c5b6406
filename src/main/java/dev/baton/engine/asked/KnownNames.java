package dev.baton.engine.asked;

import dev.baton.engine.gate.ModelKind;
import dev.baton.engine.gate.ShippedModels;
import dev.baton.engine.names.KnownStaff;
import dev.baton.input.AnswerField;
import dev.baton.input.AnswerForm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names that answers of tables may say, since somebody or something is called so: people, teams,
 * calendars, profiles with thresholds, criteria of a framework. A name that is an input's own value
 * is taken: whoever gave it answers for it.
 */
public final class KnownNames {
  private final Supplier<Set<String>> calendars;
  private final Supplier<List<AnswerForm>> forms;
  private final Supplier<List<KnownStaff>> staff;

  public KnownNames(
      Supplier<Set<String>> calendars,
      Supplier<List<AnswerForm>> forms,
      Supplier<List<KnownStaff>> staff) {
    this.calendars = calendars;
    this.forms = forms;
    this.staff = staff;
  }

  /**
   * What is wrong with a name that a table says, as the end of a sentence about its row.
   *
   * @param question that it answers with the name
   */
  Optional<String> unknown(
      TablesTogether tables,
      String table,
      String column,
      @Nullable Object value,
      Map<String, @Nullable Object> question) {
    if (!(value instanceof String name) || question.containsValue(name)) {
      return Optional.empty();
    }
    return switch (table + "." + column) {
      case "lead-routing.owner" ->
          among(
              with(staff(KnownStaff::owners), shipped(tables.models(), table, column)),
              name,
              "names the owner \"%s\", whom nobody knows; there are: %s");
      case "lead-routing.team" ->
          among(
              with(staff(KnownStaff::teams), shipped(tables.models(), table, column)),
              name,
              "names the team \"%s\", whom nobody knows; there are: %s");
      case "sla-policy.calendar" ->
          among(
              calendars.get(),
              name,
              "names the calendar \"%s\", which nobody keeps; there are: %s");
      case "scoring-profile.profile" -> profile(tables, name);
      case "non-negotiable.criterion" ->
          criterion(name, Objects.toString(question.get("framework"), ""));
      default -> Optional.empty();
    };
  }

  Set<String> teamsAndCalendars() {
    return with(staff(KnownStaff::teams), calendars.get());
  }

  private static Optional<String> among(Set<String> known, String name, String sentence) {
    return known.contains(name)
        ? Optional.empty()
        : Optional.of(sentence.formatted(name, String.join(", ", new TreeSet<>(known))));
  }

  private Set<String> staff(Function<KnownStaff, Set<String>> kind) {
    return staff.get().stream()
        .flatMap(each -> kind.apply(each).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> with(Set<String> some, Set<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
  }

  private static Optional<String> profile(TablesTogether tables, String name) {
    return name.isEmpty() || new NamedProfile(name, name, null).isIn(tables, "score-threshold")
        ? Optional.empty()
        : Optional.of(
            "leaves the profile '%s' of scoring-profile without a row of its own in score-threshold;"
                    .formatted(name)
                + " add one");
  }

  private Optional<String> criterion(String name, String framework) {
    Set<String> asked =
        forms.get().stream()
            .filter(form -> ("qualify-" + framework).equals(form.id()))
            .flatMap(form -> form.fields().stream())
            .filter(field -> field.type() == AnswerField.Type.CRITERION)
            .map(AnswerField::name)
            .collect(Collectors.toSet());
    return asked.isEmpty() || asked.contains(name)
        ? Optional.empty()
        : Optional.of(
            "asks for the criterion \"%s\", which %s doesn't have, so that no lead could qualify;"
                    .formatted(name, framework)
                + " name the framework that has it in the row, or one of: "
                + String.join(", ", new TreeSet<>(asked)));
  }

  /** The words in quotes that a column says as it ships. */
  static Set<String> shipped(ShippedModels models, String table, String column) {
    return models.find(ModelKind.DECISION, table).stream()
        .flatMap(ours -> ours.xml().all("decisionTable"))
        .flatMap(ours -> SharedWords.said(ours, column))
        .collect(Collectors.toSet());
  }
}
