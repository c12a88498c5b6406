package dev.baton.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.SentStatements;
import dev.baton.handoff.HandoffScenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How many statements the intake sends to the database, begin and commit among them. */
class IntakeStatementsTest {
  private static final int MANY = 100;

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  @BeforeEach
  void warmUp() {
    send(List.of(signal("warm-up", "page_view"), signal("warm-up-2", "demo_requested")));
  }

  @Test
  void signals_of_known_leads_in_a_batch_read_and_write_once_for_all_of_them() {
    meet();

    List<String> sent = sent(signals("page_view"));

    assertThat(sent.size()).as(shown(sent)).isLessThanOrEqualTo(13);
  }

  @Test
  void signals_of_one_known_lead_in_a_batch_send_no_more() {
    send(List.of(signal("ada", "page_view")));

    List<String> sent =
        sent(IntStream.range(0, MANY).mapToObj(n -> signal("ada", "email_opened")).toList());

    assertThat(sent.size()).as(shown(sent)).isLessThanOrEqualTo(13);
  }

  @Test
  void a_signal_of_a_known_lead_alone_sends_thirteen() {
    send(List.of(signal("ada", "page_view")));

    List<String> sent = sent(List.of(signal("ada", "newsletter_signup")));

    assertThat(sent.size()).as(shown(sent)).isLessThanOrEqualTo(13);
  }

  @Test
  void new_leads_in_a_batch_are_made_once_for_all_of_them() {
    List<String> sent = sent(signals("page_view"));

    assertThat(sent.size()).as(shown(sent)).isLessThanOrEqualTo(15);
  }

  @Test
  void a_hand_raiser_of_a_batch_sends_what_its_handoff_needs() {
    List<String> sent = withoutIds(sent(signals("demo_requested")));

    assertThat(sent.size() / (double) MANY).as(shown(sent)).isLessThanOrEqualTo(15.2);
  }

  /** The engine takes its ids by the block, in a transaction of its own, whoever used them up. */
  private static List<String> withoutIds(List<String> sent) {
    List<String> others = new ArrayList<>(sent);
    if (others.removeIf(statement -> statement.contains("ACT_GE_PROPERTY"))) {
      others.remove("begin");
      others.remove("commit");
    }
    return others;
  }

  private void meet() {
    send(signals("page_view"));
  }

  private List<String> sent(List<Map<String, Object>> signals) {
    SentStatements statements = scenario.bean(SentStatements.class);
    statements.listen();
    send(signals);
    return statements.heard(Thread.currentThread().getName());
  }

  private void send(List<Map<String, Object>> signals) {
    scenario.bean(SignalSender.class).send("tests", signals);
  }

  private static List<Map<String, Object>> signals(String type) {
    return IntStream.range(0, MANY).mapToObj(n -> signal("p" + n, type)).toList();
  }

  private static Map<String, Object> signal(String name, String type) {
    Map<String, Object> lead = new HashMap<>();
    lead.put("email", name + "@" + name + ".example");
    lead.put("jobTitle", "VP Sales");
    lead.put("companySize", 120);
    lead.put("industry", "SaaS");
    return Map.of("type", type, "source", "web", "lead", lead);
  }

  /** Each statement with how often it was sent. */
  private static String shown(List<String> sent) {
    Map<String, Long> times =
        sent.stream()
            .map(sql -> sql.substring(0, Math.min(sql.length(), 140)))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    return times.entrySet().stream()
        .map(e -> "%4d %s".formatted(e.getValue(), e.getKey()))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
