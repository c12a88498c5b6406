package dev.baton.handoff.answer;

import dev.baton.engine.Decisions;
import dev.baton.handoff.record.Handoff;
import dev.baton.handoff.record.HandoffPermissions;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Without what a lead is no SQL: the table {@code non-negotiable}. */
@Component
public class QualificationMusts {
  private final Decisions decisions;
  private final People people;

  QualificationMusts(Decisions decisions, People people) {
    this.decisions = decisions;
    this.people = people;
  }

  /**
   * Refuses a yes that lacks one, unless a manager says why it is an SQL all the same.
   *
   * @param override the reason, or null
   * @return what the manager goes on without
   */
  public List<String> check(
      Handoff handoff, Criteria criteria, @Nullable String override, String by) {
    List<Map<String, Object>> missing = missing(handoff.frozen().segment(), criteria);
    List<String> names = missing.stream().map(QualificationMusts::criterion).distinct().toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    if (override == null) {
      throw new InvalidInput(
          missing.stream()
              .map(
                  row ->
                      new FieldError(
                          criteria.field(criterion(row)),
                          "not confirmed; %s: %s. A manager can qualify it anyway and say why"
                              .formatted(row.get("why"), row.get("step"))))
              .toList());
    }
    if (people.find(by).filter(HandoffPermissions::mayReassign).isEmpty()) {
      throw ApiProblem.forbidden(
          "Only a manager qualifies a lead without %s; please ask yours"
              .formatted(String.join(" and ", names)));
    }
    return names;
  }

  /** The musts that are said to be met without how that is known. */
  public List<FieldError> unproven(Handoff handoff, Criteria criteria) {
    return musts(handoff.frozen().segment(), criteria).stream()
        .map(QualificationMusts::criterion)
        .distinct()
        .filter(must -> criteria.isMet(must) && !criteria.isProven(must))
        .map(
            must ->
                new FieldError(criteria.evidenceField(must), "say how you know: we call it a must"))
        .toList();
  }

  private List<Map<String, Object>> missing(@Nullable String segment, Criteria criteria) {
    return musts(segment, criteria).stream()
        .filter(row -> !criteria.isMet(criterion(row)))
        .toList();
  }

  /** What a framework doesn't ask nobody could confirm. */
  private List<Map<String, Object>> musts(@Nullable String segment, Criteria criteria) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("framework", criteria.framework());
    inputs.put("segment", segment);
    List<String> asked = Criteria.of(criteria.framework());
    return decisions.evaluate("non-negotiable", inputs).stream()
        .filter(row -> asked.contains(criterion(row)))
        .toList();
  }

  private static String criterion(Map<String, Object> row) {
    return (String) Objects.requireNonNull(row.get("criterion"), "criterion");
  }
}
