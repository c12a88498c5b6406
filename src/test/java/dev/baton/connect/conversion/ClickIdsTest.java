package dev.baton.connect.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.lead.Channel;
import dev.baton.signal.Signal;
import dev.baton.signal.SignalOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Click ids of what signals say, and addresses as platforms compare them. */
class ClickIdsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static Signal signal(Instant at, Map<String, Object> properties) {
    SignalOrigin origin = new SignalOrigin(Channel.INBOUND, null, null);
    return new Signal("s", "lead", "page_view", at, at, at, origin, properties);
  }

  @Test
  void a_click_id_is_a_property_or_stands_in_the_address_of_a_page() {
    assertThat(
            ClickIds.of(
                List.of(
                    signal(NOON, Map.of("gclid", "Cj0K-1", "other", "x")),
                    signal(
                        NOON,
                        Map.of(
                            "page",
                            Map.of(
                                "url", "https://acme.example/?a=b&li_fat_id=7c-1&fbclid=f#x"))))))
        .containsExactly(
            Map.entry("fbclid", "f"), Map.entry("gclid", "Cj0K-1"), Map.entry("li_fat_id", "7c-1"));
  }

  @Test
  void the_last_click_counts_and_what_is_no_id_is_none() {
    assertThat(
            ClickIds.of(
                List.of(
                    signal(NOON.plusSeconds(9), Map.of("gclid", "late")),
                    signal(NOON, Map.of("gclid", "early")),
                    signal(NOON.plusSeconds(10), Map.of("gclid", "<script>", "wbraid", 4)),
                    signal(NOON, Map.of("url", "https://acme.example/?msclkid=%zz")))))
        .containsExactly(Map.entry("gclid", "late"));
  }

  @Test
  void an_address_is_hashed_without_spaces_and_in_small_letters() {
    assertThat(HashedAddress.of(" Test@Example.com "))
        .isEqualTo("973dfe463ec85785f5f95af5ba3906eedb2d931c24e69824a89ea65dba4e813b");
    assertThat(HashedAddress.ofGoogle("A.da@GMail.com"))
        .isEqualTo(HashedAddress.of("ada@gmail.com"));
    assertThat(HashedAddress.ofGoogle("a.da@acme.example"))
        .isEqualTo(HashedAddress.of("a.da@acme.example"));
  }
}
