package dev.baton.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.demo.sample.LeadScenario;
import dev.baton.demo.sample.SampleLead;
import dev.baton.demo.sample.SampleProperties;
import dev.baton.demo.sample.SignalSequence;
import dev.baton.handoff.record.Handoff;
import dev.baton.signal.SignalFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Player of the demo's scenarios: leads act when a scenario says, reps answer what comes of it. */
final class ScenarioPlayer {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What one can do without saying who one is. */
  private static final Set<String> ANONYMOUS =
      Set.of(
          "page_view",
          "product_page_view",
          "pricing_page_view",
          "comparison_page_view",
          "ad_clicked",
          "social_engaged");

  private final ClockSchedule time;
  private final SignalFeed feed;
  private final SimulatedReps reps;
  private final SimulatedMarketing marketing;
  private final Random random;
  private final SampleProperties content;
  private final Instant start;
  private int signals;

  ScenarioPlayer(
      ClockSchedule time,
      SignalFeed feed,
      SimulatedReps reps,
      SimulatedMarketing marketing,
      Random random) {
    this.time = time;
    this.feed = feed;
    this.reps = reps;
    this.marketing = marketing;
    this.random = random;
    this.content = new SampleProperties(random);
    this.start = time.now();
  }

  int signals() {
    return signals;
  }

  /** A lead goes its way, for the first time. */
  void add(LeadScenario scenario) {
    add(scenario, scenario.journey(), scenario.moment(), true);
  }

  /** Somebody looks around and never says who they are. */
  void addVisitor(int number, Instant at) {
    Map<String, Object> visitor = Map.of("visitorId", "cookie-%05d".formatted(90_000 + number));
    for (String page : List.of("page_view", "product_page_view")) {
      Instant then = at.plusSeconds(page.length() * 20L);
      time.at(then, () -> send(page, null, Duration.ZERO, visitor, Map.of()));
    }
  }

  private void add(LeadScenario scenario, SignalSequence sequence, Instant moment, boolean first) {
    boolean introduced = !first;
    Instant earliest = start.plus(Duration.ofMinutes(random.nextInt(600)));
    for (int i = 0; i < sequence.acts().size(); i++) {
      SignalSequence.Act act = sequence.acts().get(i);
      boolean last = i == sequence.acts().size() - 1;
      Optional<Map<String, Object>> hidden =
          introduced || last || !ANONYMOUS.contains(act.type())
              ? Optional.empty()
              : scenario.prospect().anonymous();
      Map<String, Object> who = hidden.orElse(named(scenario.prospect(), introduced));
      Map<String, Object> where = i == 0 && first ? scenario.origin() : Map.of();
      Instant at = moment.minus(act.before());
      Instant then = at.isBefore(earliest) ? earliest.plusSeconds(300L * i) : at;
      time.at(then, () -> act(scenario, act, who, where));
      introduced = introduced || hidden.isEmpty();
    }
  }

  private static Map<String, Object> named(SampleLead lead, boolean introduced) {
    return introduced ? lead.known() : lead.introduced();
  }

  private void act(
      LeadScenario scenario,
      SignalSequence.Act act,
      Map<String, Object> who,
      Map<String, Object> where) {
    reps.comeBack();
    String leadId = send(act.type(), act.asset(), act.late(), who, where);
    time.settle();
    reps.look(scenario, leadId, handoff -> closed(scenario, handoff));
  }

  /** Some come back after the cooling-off, and then ask. */
  private void closed(LeadScenario scenario, Handoff handoff) {
    marketing.hears(handoff);
    if (scenario.fate().comesBack() && handoff.cycle() == 1) {
      int rest = "no_authority".equals(handoff.closing().reason()) ? 14 : 30;
      int days = rest + 2 + random.nextInt(6);
      SignalSequence asks = SignalSequence.of(SignalSequence.Mood.ASKS, random.nextInt(1000));
      add(scenario, asks, time.now().plus(Duration.ofDays(days)), false);
    }
  }

  private String send(
      String type,
      @Nullable String asset,
      Duration late,
      Map<String, Object> who,
      Map<String, Object> where) {
    Map<String, Object> signal = new TreeMap<>(where);
    signal.put("id", "demo-%05d".formatted(++signals));
    signal.put("type", type);
    signal.put("occurredAt", time.now().minus(late).toString());
    signal.put("lead", who);
    Map<String, Object> properties = content.of(type, asset);
    if (!properties.isEmpty()) {
      signal.put("properties", properties);
    }
    return feed.record(DemoStaff.MARKETER, JSON.valueToTree(signal));
  }
}
