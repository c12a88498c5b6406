package dev.baton.agent.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.agent.SlowPeer;
import dev.baton.agent.rule.AgentSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources over HTTP that account research asks. */
class WebSourcesTest {
  private SlowPeer peer;

  @BeforeEach
  void start() throws IOException {
    peer = new SlowPeer();
  }

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void a_source_is_asked_about_the_domain_and_its_words_are_read() {
    peer.answers(
        200,
        "text/html",
        "<head><title>x</title></head><script>alert(1)</script><p>Acme builds <b>rockets</b></p>");

    List<SourceText> found = ask("acme.example");

    assertThat(found).singleElement().extracting(SourceText::text).isEqualTo("Acme builds rockets");
    assertThat(found.get(0).named()).isEqualTo("news: " + peer.url() + "/about/acme.example");
    assertThat(peer.heard()).singleElement().asString().startsWith("/about/acme.example ");
  }

  @Test
  void a_source_that_sends_without_end_is_cut() {
    peer.answers(200, "text/plain", "word ".repeat(200_000));

    assertThat(ask("acme.example").get(0).text()).hasSizeLessThanOrEqualTo(600);
  }

  @Test
  void one_that_fails_hangs_or_redirects_is_left_out() {
    peer.answers(500, "text/plain", "broken");
    assertThat(ask("acme.example")).isEmpty();
    peer.redirectsTo(peer.url() + "/elsewhere");
    assertThat(ask("acme.example")).isEmpty();
    assertThat(peer.heard()).hasSize(2).noneMatch(call -> call.contains("elsewhere"));
    peer.dribbles();
    assertThat(ask("acme.example")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../admin", "acme.example/../..", "a b", "", "acme.example?x", "A.example"})
  void what_is_no_domain_is_asked_about_nobody(String domain) {
    assertThat(ask(domain)).isEmpty();
    assertThat(peer.heard()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://{domain}/", "https://x.{domain}/a", "ftp://news.example", "news"})
  void a_companys_domain_never_chooses_the_server(String address) {
    assertThatThrownBy(() -> settings(address)).isInstanceOf(IllegalArgumentException.class);
  }

  private List<SourceText> ask(String domain) {
    return new WebSources(settings(peer.url() + "/about/{domain}")).about(domain);
  }

  private static AgentSettings settings(String address) {
    return new AgentSettings(false, Map.of("news", address), Duration.ofSeconds(1));
  }
}
