package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rule R16. */
class SignalScreeningTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void r16_two_links_of_one_message_within_two_seconds_are_a_scanners_all_of_them() {
    assertThat(
            flagged(
                click("a", 0, Map.of("messageId", "m1", "link", "/one")),
                click("b", 2000, Map.of("messageId", "m1", "link", "/two"))))
        .containsExactly("a", "b");
    assertThat(
            flagged(
                click("a", 0, Map.of("messageId", "m1", "link", "/one")),
                click("b", 500, Map.of("messageId", "m1", "link", "/two")),
                click("c", 2100, Map.of("messageId", "m1", "link", "/three"))))
        .containsExactly("a", "b", "c");
  }

  @Test
  void r16_slower_clicks_other_messages_and_the_same_link_are_a_persons() {
    assertThat(
            flagged(
                click("a", 0, Map.of("messageId", "m1", "link", "/one")),
                click("b", 2001, Map.of("messageId", "m1", "link", "/two"))))
        .isEmpty();
    assertThat(
            flagged(
                click("a", 0, Map.of("messageId", "m1", "link", "/one")),
                click("b", 1500, Map.of("messageId", "m2", "link", "/two"))))
        .isEmpty();
    assertThat(
            flagged(
                click("a", 0, Map.of("messageId", "m1", "link", "/one")),
                click("b", 1500, Map.of("messageId", "m1", "link", "/one"))))
        .isEmpty();
  }

  @Test
  void r16_clicks_without_a_link_count_as_links_of_their_own() {
    assertThat(
            flagged(
                click("a", 0, Map.of("messageId", "m1")),
                click("b", 1500, Map.of("messageId", "m1"))))
        .containsExactly("a", "b");
  }

  @Test
  void r16_a_click_within_ten_seconds_of_the_sending_is_a_scanners() {
    Map<String, Object> sentAtNoon = Map.of("sentAt", "2026-03-02T13:00:00+01:00");
    assertThat(flagged(click("a", 10_000, sentAtNoon))).containsExactly("a");
    assertThat(flagged(click("a", 10_001, sentAtNoon))).isEmpty();
    assertThat(flagged(click("a", 0, Map.of("sentAt", "just now")))).isEmpty();
  }

  @Test
  void r16_without_these_properties_no_click_is_a_scanners() {
    assertThat(flagged(click("a", 0, Map.of()), click("b", 1500, Map.of()))).isEmpty();
    assertThat(
            flagged(
                signal("a", "email_opened", 0, Map.of("messageId", "m1", "link", "/one")),
                signal("b", "email_opened", 100, Map.of("messageId", "m1", "link", "/two"))))
        .isEmpty();
  }

  @Test
  void r16_of_a_burst_the_first_counts() {
    assertThat(
            flagged(
                signal("a", "page_view", 0, Map.of("page", "/")),
                signal("b", "page_view", 400, Map.of("page", "/")),
                signal("c", "page_view", 1000, Map.of("page", "/")),
                signal("d", "page_view", 1001, Map.of("page", "/"))))
        .containsExactly("b", "c");
  }

  @Test
  void r16_other_pages_assets_and_types_are_no_burst() {
    assertThat(
            flagged(
                signal("a", "page_view", 0, Map.of("page", "/")),
                signal("b", "page_view", 0, Map.of("page", "/about")),
                signal("c", "content_downloaded", 0, Map.of("asset", "ebook")),
                signal("d", "content_downloaded", 0, Map.of("asset", "whitepaper")),
                signal("e", "form_submitted", 0, Map.of())))
        .isEmpty();
  }

  @Test
  void r16_a_scanners_click_does_not_hide_a_persons() {
    Map<String, Object> scanned = Map.of("sentAt", NOON.toString());
    assertThat(flagged(click("a", 9_500, scanned), click("b", 10_400, scanned)))
        .containsExactly("a");
  }

  @Test
  void r16_the_order_of_arrival_makes_no_difference() {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      signals.add(click("c" + i, i * 700, Map.of("messageId", "m" + i % 3, "link", "/" + i % 2)));
      signals.add(signal("p" + i, "page_view", i * 300, Map.of()));
    }
    Map<String, String> inOrder = SignalScreening.flags(signals);
    assertThat(inOrder).isNotEmpty().hasSizeLessThan(signals.size());

    Collections.shuffle(signals, new Random(7));

    assertThat(SignalScreening.flags(signals)).isEqualTo(inOrder);
  }

  private static List<String> flagged(Signal... signals) {
    return List.copyOf(SignalScreening.flags(List.of(signals)).keySet());
  }

  private static Signal click(String id, long millis, Map<String, Object> properties) {
    return signal(id, "email_clicked", millis, properties);
  }

  private static Signal signal(
      String id, String type, long millis, Map<String, Object> properties) {
    Instant at = NOON.plus(Duration.ofMillis(millis));
    return new Signal(id, "lead", type, at, at, at, SignalOrigin.UNKNOWN, properties);
  }
}
