package dev.baton.rehearsal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.engine.deploy.ModelFile;
import dev.baton.input.ApiProblem;
import dev.baton.input.FieldError;
import dev.baton.input.FieldReader;
import dev.baton.input.FlatJson;
import dev.baton.input.InvalidInput;
import dev.baton.people.People;
import dev.baton.people.Role.Right;
import dev.baton.rehearsal.scenario.Scenario;
import dev.baton.rehearsal.scenario.ScenarioResult;
import dev.baton.rehearsal.scenario.ScenarioStep;
import dev.baton.rehearsal.scenario.ScenarioTime;
import dev.baton.rehearsal.scenario.StepKind;
import dev.baton.signal.SignalFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews of one lead, real or made up; nothing of them is left behind. */
@Component
public class Previews {
  private static final String LEAD = "lead";
  private static final String SIGNALS = "signals";
  private static final int MOST_SIGNALS = 50;

  private final Rehearsal rehearsal;
  private final PreviewedLead previewedLead;
  private final SignalFeed feed;
  private final People people;
  private final ObjectMapper json;
  private final Clock clock;

  Previews(
      Rehearsal rehearsal,
      PreviewedLead previewedLead,
      SignalFeed feed,
      People people,
      ObjectMapper json,
      Clock clock) {
    this.rehearsal = rehearsal;
    this.previewedLead = previewedLead;
    this.feed = feed;
    this.people = people;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Plays what a lead would go through from now on.
   *
   * @param fields {@code lead}: its id, or the fields of one that is made up; {@code signals}: what
   *     it does, as in {@code POST /api/signals}, each with {@code after}, such as {@code +2d}
   * @param candidates models that take the place of those in force
   */
  public LeadPreview play(Map<String, Object> fields, Collection<ModelFile> candidates, String by) {
    FieldReader given = FieldReader.ofJson(fields);
    Scenario before = begun(fields.get(LEAD), by, given);
    List<ScenarioStep> steps = new ArrayList<>(before.steps());
    steps.addAll(signals(fields.get(SIGNALS), before, given));
    if (steps.isEmpty() && !given.isWrong(SIGNALS)) {
      given.wrong(SIGNALS, "say what it does: a list of signals");
    }
    given.check();
    Scenario scenario = new Scenario("preview", before.start(), before.lead(), steps);
    ScenarioResult result = rehearsal.playAsItIs(candidates, List.of(scenario)).get(0);
    if (!result.passed()) {
      throw InvalidInput.at(SIGNALS, String.join("; ", result.failures()));
    }
    return LeadPreview.of(result);
  }

  private Scenario begun(@Nullable Object lead, String by, FieldReader given) {
    if (lead instanceof Map<?, ?> madeUp) {
      Map<String, Object> fields = FlatJson.of(madeUp);
      if (List.of("email", "externalId", "visitorId").stream().noneMatch(fields::containsKey)) {
        fields.put("email", "somebody@scenario.example");
      }
      return new Scenario("preview", clock.instant(), fields, List.of());
    }
    if (lead instanceof String id) {
      if (people.find(by).filter(person -> person.role().may(Right.READ_ALL)).isEmpty()) {
        throw ApiProblem.forbidden(
            "Marketing and managers preview real leads; make one up: {\"jobTitle\": …}");
      }
      return previewedLead
          .find(id, clock.instant())
          .orElseThrow(() -> InvalidInput.at(LEAD, "there is no lead '%s'".formatted(id)));
    }
    given.wrong(LEAD, "give a lead's id, or the fields of one that is made up");
    return new Scenario("preview", clock.instant(), Map.of(), List.of());
  }

  private List<ScenarioStep> signals(@Nullable Object signals, Scenario before, FieldReader given) {
    List<ScenarioStep> steps = new ArrayList<>();
    if (signals == null) {
      return steps;
    }
    if (!(signals instanceof Collection<?> list) || list.size() > MOST_SIGNALS) {
      given.wrong(SIGNALS, "a list of at most %d signals".formatted(MOST_SIGNALS));
      return steps;
    }
    for (Object signal : list) {
      String at = "%s[%d]".formatted(SIGNALS, steps.size());
      if (!(signal instanceof Map<?, ?>)) {
        given.wrong(at, "a signal is an object");
      }
      Map<String, Object> values =
          FlatJson.of(signal instanceof Map<?, ?> object ? object : Map.of());
      Duration after = after(values.remove("after"), at, given);
      check(values, before.lead(), at, given);
      int line = before.steps().size() + steps.size() + 1;
      steps.add(new ScenarioStep(line, after, StepKind.SIGNAL, values));
    }
    return steps;
  }

  private static Duration after(@Nullable Object after, String at, FieldReader given) {
    if (after == null) {
      return Duration.ZERO;
    }
    try {
      return ScenarioTime.span(after.toString());
    } catch (IllegalArgumentException e) {
      given.wrong(at + ".after", String.valueOf(e.getMessage()));
      return Duration.ZERO;
    }
  }

  /** As the intake would; the identifier is ours. */
  private void check(
      Map<String, Object> signal, Map<String, Object> lead, String at, FieldReader given) {
    ObjectNode whole = json.valueToTree(signal);
    whole.set(LEAD, json.valueToTree(lead));
    if (!whole.has("id")) {
      whole.put("id", "preview");
    }
    for (FieldError error : feed.errors(whole)) {
      given.wrong(
          error.field().startsWith(LEAD) ? error.field() : at + "." + error.field(),
          error.message());
    }
  }
}
