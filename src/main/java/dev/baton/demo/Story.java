package dev.baton.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.handoff.Handoff;
import dev.baton.signal.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Tells the story: the leads act when the script says, the reps answer what comes of it. */
final class Story {
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

  private final Timewalk time;
  private final Feed feed;
  private final Sales sales;
  private final Marketing marketing;
  private final Random random;
  private final Instant start;
  private int signals;

  Story(Timewalk time, Feed feed, Sales sales, Marketing marketing, Random random) {
    this.time = time;
    this.feed = feed;
    this.sales = sales;
    this.marketing = marketing;
    this.random = random;
    this.start = time.now();
  }

  int signals() {
    return signals;
  }

  /** A lead goes its way, for the first time. */
  void add(Plot plot) {
    add(plot, plot.journey(), plot.moment(), true);
  }

  /** Somebody looks around and never says who they are. */
  void addVisitor(int number, Instant at) {
    Map<String, Object> visitor = Map.of("visitorId", "cookie-%05d".formatted(90_000 + number));
    for (String page : List.of("page_view", "product_page_view")) {
      Instant then = at.plusSeconds(page.length() * 20L);
      time.at(then, () -> send(page, null, Duration.ZERO, visitor, Map.of()));
    }
  }

  private void add(Plot plot, Journey journey, Instant moment, boolean first) {
    boolean introduced = !first;
    Instant earliest = start.plus(Duration.ofMinutes(random.nextInt(600)));
    for (int i = 0; i < journey.acts().size(); i++) {
      Journey.Act act = journey.acts().get(i);
      boolean last = i == journey.acts().size() - 1;
      boolean hidden =
          !introduced
              && !last
              && plot.prospect().visitorId() != null
              && ANONYMOUS.contains(act.type());
      Map<String, Object> who = who(plot.prospect(), hidden, introduced);
      Map<String, Object> where = i == 0 && first ? origin(plot) : Map.of();
      Instant at = moment.minus(act.before());
      Instant then = at.isBefore(earliest) ? earliest.plusSeconds(300L * i) : at;
      time.at(then, () -> act(plot, act, who, where));
      introduced = introduced || !hidden;
    }
  }

  private static Map<String, Object> who(Prospect prospect, boolean hidden, boolean introduced) {
    if (hidden) {
      return prospect.anonymous();
    }
    return introduced ? prospect.known() : prospect.introduced();
  }

  private static Map<String, Object> origin(Plot plot) {
    Map<String, Object> origin = new TreeMap<>();
    origin.put("source", plot.source());
    if (plot.campaign() != null) {
      origin.put("campaign", plot.campaign());
    }
    origin.put("channel", plot.isOutbound() ? "outbound" : "inbound");
    return origin;
  }

  private void act(Plot plot, Journey.Act act, Map<String, Object> who, Map<String, Object> where) {
    sales.comeBack();
    String leadId = send(act.type(), act.asset(), act.late(), who, where);
    time.settle();
    sales.look(plot, leadId, handoff -> closed(plot, handoff));
  }

  /** Some come back after the cooling-off, and then ask. */
  private void closed(Plot plot, Handoff handoff) {
    marketing.hears(handoff);
    if (plot.fate().comesBack() && handoff.cycle() == 1) {
      long days = (handoff.reason().equals("no_authority") ? 14 : 30) + 2 + random.nextInt(6);
      Journey asks = Journey.of(Journey.Mood.ASKS, random.nextInt(1000));
      add(plot, asks, time.now().plus(Duration.ofDays(days)), false);
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
    return feed.record(Cast.MARKETER, JSON.valueToTree(signal));
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
