package dev.baton.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.handoff.HandoffScenario;
import dev.baton.handoff.LeadActor;
import dev.baton.insight.eventlog.EventLog;
import dev.baton.insight.eventlog.ProcessEvent;
import dev.baton.insight.eventlog.XesWriter;
import dev.baton.insight.rollup.InstantRange;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The event log that process mining reads. */
class EventLogTest {
  private static final int MOST = 1000;

  @RegisterExtension final HandoffScenario scenario = new HandoffScenario();

  private List<ProcessEvent> log() {
    return scenario.bean(EventLog.class).of(InstantRange.EVERYTHING, MOST);
  }

  @Test
  void a_handoff_is_a_case_with_its_answers_and_misses_in_their_order() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    Instant began = scenario.now();
    scenario.passes(Duration.ofHours(5));
    scenario.ben().accepts(ada);
    scenario.ben().qualifies(ada);
    scenario.mona().reassigns(ada, scenario.rita());
    scenario.rita().calls(ada);
    scenario.rita().opens(ada);
    scenario.rita().wins(ada);

    List<ProcessEvent> events = log();

    assertThat(events)
        .extracting(ProcessEvent::activity)
        .containsExactly(
            "Became MQL",
            "Missed: review",
            "Review: accept",
            "Qualification: qualify",
            "Reassign",
            "First touch: touch",
            "Opportunity: open",
            "Outcome: won",
            "Closed: won");
    assertThat(events).extracting(ProcessEvent::handoff).containsOnly(ada.handoff().id());
    assertThat(events.get(0).at()).isEqualTo(began);
    assertThat(events.get(1).at()).isEqualTo(began.plus(Duration.ofHours(4)));
    assertThat(events.get(2).resource()).isEqualTo("ben");
    assertThat(events.get(5).resource()).isEqualTo("rita");
  }

  @Test
  void only_cases_that_began_in_the_range_are_in_it() {
    LeadActor ada = scenario.lead("ada@acme.example").requestsDemo();
    scenario.passes(Duration.ofDays(1));
    Instant later = scenario.now();
    scenario.ben().rejects(ada, "low_intent");
    LeadActor eve = scenario.lead("eve@other.example").requestsDemo();

    List<ProcessEvent> events =
        scenario.bean(EventLog.class).of(new InstantRange(later, Instant.MAX).withinReach(), MOST);

    assertThat(events).extracting(ProcessEvent::handoff).containsOnly(eve.handoff().id());
  }

  @Test
  void it_is_xes_with_a_trace_for_each_handoff_whatever_a_source_is_called() throws Exception {
    scenario
        .lead("ada@acme.example")
        .does("demo_requested", java.util.Map.of("source", "<Trade> & \"show\""));
    scenario.lead("eve@other.example").requestsDemo();

    Document xes =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(XesWriter.of(log())));

    assertThat(xes.getElementsByTagName("trace").getLength()).isEqualTo(2);
    assertThat(xes.getElementsByTagName("event").getLength()).isEqualTo(log().size());
    Element trace = (Element) xes.getElementsByTagName("trace").item(0);
    assertThat(trace.getElementsByTagName("string"))
        .extracting(nodes -> nodes.getLength())
        .isNotEqualTo(0);
    assertThat(new String(XesWriter.of(log()), java.nio.charset.StandardCharsets.UTF_8))
        .contains("&lt;Trade&gt; &amp; &quot;show&quot;");
    assertThat(XesWriter.of(List.of())).isNotEmpty();
  }
}
