package dev.baton.demo.sample;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sample properties of signals: pages, downloads and what people write. */
public final class SampleProperties {
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

  private final Random random;

  public SampleProperties(Random random) {
    this.random = random;
  }

  public Map<String, Object> of(String type, @Nullable String asset) {
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
