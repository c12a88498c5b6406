package dev.baton.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.alert.message.Notice;
import dev.baton.alert.message.NoticeContent;
import dev.baton.alert.message.NoticeKind;
import dev.baton.input.ApiExceptionHandler;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class AlertControllerTest {
  private final RecordingMessenger mail = new RecordingMessenger("email");
  private final AlertTestBed office = new AlertTestBed(mail);
  private final MockMvc http =
      MockMvcBuilders.standaloneSetup(new AlertController(office.log))
          .setControllerAdvice(new ApiExceptionHandler())
          .setMessageConverters(
              new MappingJackson2HttpMessageConverter(
                  Jackson2ObjectMapperBuilder.json()
                      .serializationInclusion(JsonInclude.Include.NON_NULL)
                      .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                      .build()))
          .build();

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void the_log_shows_what_was_told_newest_first() throws Exception {
    office.outbox.tell(office.assigned("old"));
    office.deliver();
    office.clock.advance(Duration.ofMinutes(1));
    office.outbox.skip(office.notice("new", NoticeKind.REMINDER, "rita", false), "too late");

    http.perform(as("mona", "managers", "/api/alerts"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items[*].key", contains("new:email", "old:email")))
        .andExpect(jsonPath("$.items[0].kind").value("reminder"))
        .andExpect(jsonPath("$.items[0].state").value("skipped"))
        .andExpect(jsonPath("$.items[0].error").value("too late"))
        .andExpect(jsonPath("$.items[1].kind").value("assigned"))
        .andExpect(jsonPath("$.items[1].channel").value("email"))
        .andExpect(jsonPath("$.items[1].to").value("rita"))
        .andExpect(jsonPath("$.items[1].subject").value("Ada Lovelace of Acme is yours"))
        .andExpect(jsonPath("$.items[1].text").isNotEmpty())
        .andExpect(jsonPath("$.items[1].state").value("sent"))
        .andExpect(jsonPath("$.items[1].attempts").value(1))
        .andExpect(jsonPath("$.items[1].at").value("2026-11-24T12:25:00Z"))
        .andExpect(jsonPath("$.items[1].error").doesNotExist());
  }

  @Test
  void it_is_filtered_by_lead_and_by_state() throws Exception {
    office.outbox.tell(office.assigned("mine"));
    office.deliver();
    office.outbox.tell(
        new Notice(
            "other",
            NoticeKind.INTENT,
            "lead-2",
            null,
            "rita",
            new NoticeContent.Written("s", office.pack())));

    http.perform(as("mona", "managers", "/api/alerts?leadId=lead-2"))
        .andExpect(jsonPath("$.items[*].key", contains("other:email")));
    http.perform(as("mona", "managers", "/api/alerts?state=sent"))
        .andExpect(jsonPath("$.items[*].key", contains("mine:email")));
    http.perform(as("mona", "managers", "/api/alerts?state=sent&leadId=lead-2"))
        .andExpect(jsonPath("$.items", hasSize(0)));
  }

  @Test
  void a_rep_sees_only_what_was_told_to_them() throws Exception {
    office.outbox.tell(office.assigned("ritas"));
    office.outbox.tell(office.notice("monas", NoticeKind.ESCALATION, "mona", false));

    http.perform(as("rita", "sales", "/api/alerts"))
        .andExpect(jsonPath("$.items[*].key", contains("ritas:email")));
    http.perform(as("ben", "sales", "/api/alerts")).andExpect(jsonPath("$.items", hasSize(0)));
    http.perform(as("dora", "designers", "/api/alerts")).andExpect(jsonPath("$.items", hasSize(0)));
    for (String group : new String[] {"managers", "marketing", "camunda-admin"}) {
      http.perform(as("x", group, "/api/alerts")).andExpect(jsonPath("$.items", hasSize(2)));
    }
  }

  @Test
  void an_unknown_state_is_refused_with_the_allowed_ones() throws Exception {
    http.perform(as("mona", "managers", "/api/alerts?state=lost"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.status").value(422))
        .andExpect(jsonPath("$.errors[0].field").value("state"))
        .andExpect(
            jsonPath("$.errors[0].message").value("must be one of pending, sent, failed, skipped"));
  }

  @Test
  void the_api_page_lists_every_kind_by_its_word() {
    Schema<?> alert = ModelConverters.getInstance().read(Alert.class).get("Alert");
    Schema<?> kind = alert.getProperties().get("kind");

    assertThat(kind.getEnum())
        .hasSize(NoticeKind.values().length)
        .extracting(String::valueOf)
        .contains("assigned", "next_attempt", "rejection_overdue");
  }

  @Test
  void it_never_answers_more_than_500() throws Exception {
    IntStream.range(0, 501).forEach(n -> office.outbox.tell(office.assigned("k" + n)));

    http.perform(as("mona", "managers", "/api/alerts"))
        .andExpect(jsonPath("$.items", hasSize(500)))
        .andExpect(jsonPath("$.items[0].key").value("k500:email"));
  }

  private static MockHttpServletRequestBuilder as(String user, String group, String url) {
    return get(url).principal(new TestingAuthenticationToken(user, "", group));
  }
}
