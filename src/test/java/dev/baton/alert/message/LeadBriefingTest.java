package dev.baton.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.baton.alert.text.Wording;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadBriefingTest {
  private static final String STORED =
      """
      {"headline":"Ada is yours","who":"Ada, Acme","why":["Requested a demo (+30)"],"signals":[],\
      "words":"Now","topics":["Pricing"],"sinceNo":null,"missing":[],"contact":null,"how":"Call","talk":null,"dueAt":null,\
      "path":"/leads/1","items":[],"asks":7,"encloses":null}""";

  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  @Test
  void a_briefing_is_one_flat_object_in_its_row() throws Exception {
    LeadBriefing briefing =
        new LeadBriefing(
                "Ada is yours",
                new LeadSummary(
                    "Ada, Acme",
                    List.of("Requested a demo (+30)"),
                    List.of(),
                    "Now",
                    List.of("Pricing"),
                    null,
                    List.of(),
                    null),
                "Call",
                null,
                "/leads/1")
            .asking(7);

    assertThat(json.writeValueAsString(briefing)).isEqualTo(STORED);
    assertThat(json.readValue(STORED, LeadBriefing.class)).isEqualTo(briefing);
  }

  @Test
  void a_row_that_says_nothing_of_a_lead_is_read_as_one_about_none() throws Exception {
    LeadBriefing note = LeadBriefing.note("Look", null, "/", List.of());

    assertThat(json.readValue("{\"headline\":\"Look\",\"path\":\"/\"}", LeadBriefing.class))
        .isEqualTo(note);
  }

  @Test
  void what_there_is_nothing_of_is_left_out_and_the_rest_has_its_order() {
    LeadBriefing briefing =
        new LeadBriefing(
                "Ada is yours",
                new LeadSummary(
                    "Ada, Acme",
                    List.of("Score 80 (hot)"),
                    List.of(),
                    null,
                    List.of(),
                    "Rejected by Ben",
                    List.of("industry", "job title"),
                    new LeadContact(
                        null, "+49 30 23125 042", "phone no", false, "Called, no answer")),
                "Call",
                null,
                "/leads/1")
            .suggesting("Call", new TalkTrack("You called.", List.of("Why?", "When?"), null));

    assertThat(briefing.parts(Wording.ENGLISH))
        .extracting(BriefingPart::label)
        .containsExactly(
            "How to begin", "What to ask", "Last contact", "Last rejection", "Not known yet");
    assertThat(briefing.parts(Wording.ENGLISH).get(1).text("- ")).isEqualTo("- Why?\n- When?");
    assertThat(briefing.reach(Wording.ENGLISH).lines())
        .containsExactly("+49 30 23125 042", "Consent: phone no");
    assertThat(LeadBriefing.note("Look", null, "/", List.of()).parts(Wording.ENGLISH)).isEmpty();
  }
}
