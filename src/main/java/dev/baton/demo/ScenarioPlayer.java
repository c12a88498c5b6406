package dev.baton.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.handoff.record.Handoff;
import dev.baton.signal.SignalFeed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Tells the story: the leads act when the script says, the reps answer what comes of it. */
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

  private static final Map<String, String> PAGES =
      Map.of(
          "page_view", "/blog/lead-handoff",
          "product_page_view", "/product",
          "pricing_page_view", "/pricing",
          "comparison_page_view", "/compare");

  private static final Map<String, List<String>> MESSAGES =
      Map.of(
          "demo_requested",
          List.of(
              "We lose leads between marketing and sales. Can you show us how this would look?",
              "Please show it to our sales leads, we are eight people.",
              "Need something our reps will really use. Any slot next week?"),
          "pricing_requested",
          List.of("What would it cost for 25 reps?", "Do you have a plan for small teams?"),
          "quote_requested",
          List.of("Please send a quote for 40 seats, paid yearly."),
          "contact_sales",
          List.of("Please call me, mornings are best.", "Who is our contact in Europe?"));

  private final ClockSchedule time;
  private final SignalFeed feed;
  private final SimulatedReps reps;
  private final SimulatedMarketing marketing;
  private final Random random;
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
      boolean hidden =
          !introduced
              && !last
              && scenario.prospect().visitorId() != null
              && ANONYMOUS.contains(act.type());
      Map<String, Object> who = who(scenario.prospect(), hidden, introduced);
      Map<String, Object> where = i == 0 && first ? origin(scenario) : Map.of();
      Instant at = moment.minus(act.before());
      Instant then = at.isBefore(earliest) ? earliest.plusSeconds(300L * i) : at;
      time.at(then, () -> act(scenario, act, who, where));
      introduced = introduced || !hidden;
    }
  }

  private static Map<String, Object> who(SampleLead lead, boolean hidden, boolean introduced) {
    if (hidden) {
      return lead.anonymous();
    }
    return introduced ? lead.known() : lead.introduced();
  }

  private static Map<String, Object> origin(LeadScenario scenario) {
    Map<String, Object> origin = new TreeMap<>();
    origin.put("source", scenario.source());
    if (scenario.campaign() != null) {
      origin.put("campaign", scenario.campaign());
    }
    origin.put("channel", scenario.isOutbound() ? "outbound" : "inbound");
    return origin;
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
      long days =
          (handoff.rejectionReason().equals("no_authority") ? 14 : 30) + 2 + random.nextInt(6);
      SignalSequence asks = SignalSequence.of(SignalSequence.Mood.ASKS, random.nextInt(1000));
      add(scenario, asks, time.now().plus(Duration.ofDays(days)), false);
    }
  }

  private String send(
      String type,
      String asset,
      Duration late,
      Map<String, Object> who,
      Map<String, Object> where) {
    Map<String, Object> signal = new TreeMap<>(where);
    signal.put("id", "demo-%05d".formatted(++signals));
    signal.put("type", type);
    signal.put("occurredAt", time.now().minus(late).toString());
    signal.put("lead", who);
    Map<String, Object> properties = properties(type, asset);
    if (!properties.isEmpty()) {
      signal.put("properties", properties);
    }
    return feed.record(DemoStaff.MARKETER, JSON.valueToTree(signal));
  }

  private Map<String, Object> properties(String type, String asset) {
    if (asset != null) {
      return Map.of("asset", asset, "topic", "lead handoff");
    }
    if (PAGES.containsKey(type)) {
      return Map.of("page", PAGES.get(type));
    }
    List<String> messages = MESSAGES.getOrDefault(type, List.of());
    return messages.isEmpty()
        ? Map.of()
        : Map.of("message", messages.get(random.nextInt(messages.size())));
  }
}
