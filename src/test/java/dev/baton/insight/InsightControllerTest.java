package dev.baton.insight;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.baton.input.ApiExceptionHandler;
import dev.baton.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class InsightControllerTest {
  private FigureScenario scenario;
  private MockMvc http;

  @BeforeEach
  void start() {
    scenario = new FigureScenario(Database.H2, "2026-11-03T12:00:00Z");
    // As application.yaml has it: nulls are left out unless a record says otherwise.
    MappingJackson2HttpMessageConverter json =
        new MappingJackson2HttpMessageConverter(
            Jackson2ObjectMapperBuilder.json()
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build());
    http =
        MockMvcBuilders.standaloneSetup(scenario.controller())
            .setControllerAdvice(new ApiExceptionHandler())
            .setMessageConverters(json)
            .build();
  }

  @AfterEach
  void end() {
    scenario.close();
  }

  @Test
  void the_funnel_has_the_shape_of_the_contract_and_shows_empty_rates_as_null() throws Exception {
    scenario.mql("h", "organic", "2026-11-02T12:00:00Z").reached(Stage.SAL, 1);

    http.perform(ask("/api/insight/funnel?from=2026-11-01&to=2026-12-01&by=source&basis=period"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.rows.length()").value(1))
        .andExpect(jsonPath("$.rows[0].key").value("organic"))
        .andExpect(jsonPath("$.rows[0].leads").value(0))
        .andExpect(jsonPath("$.rows[0].mql").value(1))
        .andExpect(jsonPath("$.rows[0].sal").value(1))
        .andExpect(jsonPath("$.rows[0].sql").value(0))
        .andExpect(jsonPath("$.rows[0].opportunity").value(0))
        .andExpect(jsonPath("$.rows[0].customer").value(0))
        .andExpect(jsonPath("$.rows[0].lost").value(0))
        .andExpect(jsonPath("$.rows[0].pipelineValue").value(0))
        .andExpect(jsonPath("$.rows[0].wonValue").value(0))
        .andExpect(jsonPath("$.rows[0].rates.acceptance").value(1.0))
        .andExpect(jsonPath("$.rows[0].rates.qualification").value(0.0))
        .andExpect(jsonPath("$.rows[0].rates.mqlToSql").value(0.0))
        .andExpect(jsonPath("$.rows[0].rates", hasKey("sqlToOpportunity")))
        .andExpect(jsonPath("$.rows[0].rates.sqlToOpportunity").value(nullValue()))
        .andExpect(jsonPath("$.rows[0].rates", hasKey("win")))
        .andExpect(jsonPath("$.rows[0]", hasKey("medianHoursToSql")))
        .andExpect(jsonPath("$.total.mql").value(1))
        .andExpect(jsonPath("$.total", not(hasKey("key"))))
        .andExpect(jsonPath("$.diagnosis").isEmpty());
  }

  @Test
  void rows_are_written_flat_and_in_the_order_of_the_contract() throws Exception {
    scenario.mql("h", "organic", "2026-11-02T12:00:00Z").reached(Stage.SAL, 1);
    scenario.watch(1, "h", "review", "rita", "2026-11-02T12:00:00Z", "2026-11-04T12:00:00Z");

    http.perform(ask("/api/insight/funnel?by=source"))
        .andExpect(
            content()
                .string(
                    startsWith(
                        "{\"rows\":[{\"key\":\"organic\",\"leads\":0,\"mql\":1,\"sal\":1,\"sql\":0,"
                            + "\"opportunity\":0,\"customer\":0,\"lost\":0,\"pipelineValue\":0,"
                            + "\"wonValue\":0,\"byRule\":{\"sal\":0,\"sql\":0},"
                            + "\"rates\":{\"acceptance\":1.0,\"qualification\":0.0,\"mqlToSql\":0.0,"
                            + "\"sqlToOpportunity\":null,\"win\":null},\"medianHoursToSql\":null}],"
                            + "\"total\":{\"leads\":0,\"mql\":1,")));
    http.perform(ask("/api/insight/sla?by=rep"))
        .andExpect(
            content()
                .string(
                    startsWith(
                        "{\"rows\":[{\"key\":\"rita\",\"clock\":\"review\",\"due\":0,\"met\":0,"
                            + "\"missed\":0,\"open\":1,\"void\":0,\"compliance\":null,"
                            + "\"p50Hours\":null,\"p95Hours\":null}],\"total\":{\"due\":0,")));
  }

  @Test
  void the_sla_report_has_the_shape_of_the_contract() throws Exception {
    scenario.watch(1, "h", "route", null, "2026-11-03T12:00:00Z", "2026-11-03T12:05:00Z");

    http.perform(ask("/api/insight/sla?by=clock"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.rows[0].key").value("route"))
        .andExpect(jsonPath("$.rows[0].clock").value("route"))
        .andExpect(jsonPath("$.rows[0].due").value(0))
        .andExpect(jsonPath("$.rows[0].met").value(0))
        .andExpect(jsonPath("$.rows[0].missed").value(0))
        .andExpect(jsonPath("$.rows[0].open").value(1))
        .andExpect(jsonPath("$.rows[0].void").value(0))
        .andExpect(jsonPath("$.rows[0]", hasKey("compliance")))
        .andExpect(jsonPath("$.rows[0]", hasKey("p50Hours")))
        .andExpect(jsonPath("$.rows[0]", hasKey("p95Hours")))
        .andExpect(jsonPath("$.total.open").value(0))
        .andExpect(jsonPath("$.assignment.open").value(1))
        .andExpect(jsonPath("$.total", not(hasKey("clock"))));
  }

  @Test
  void at_risk_are_answers_of_people_in_the_shape_of_the_contract() throws Exception {
    scenario.watch(1, "r", "route", null, "2026-11-03T12:00:00Z", "2026-11-03T12:05:00Z");
    scenario.watch(2, "h", "review", null, "2026-11-03T12:00:00Z", "2026-11-03T12:05:00Z");

    http.perform(ask("/api/insight/sla?by=clock"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.atRisk.length()").value(1))
        .andExpect(jsonPath("$.atRisk[0].handoffId").value("h"))
        .andExpect(jsonPath("$.atRisk[0].leadId").value("lead-h"))
        .andExpect(jsonPath("$.atRisk[0]", hasKey("owner")))
        .andExpect(jsonPath("$.atRisk[0].clock").value("review"))
        .andExpect(jsonPath("$.atRisk[0].dueAt").value("2026-11-03T12:05:00Z"));
  }

  @Test
  void the_rejections_have_the_shape_of_the_contract() throws Exception {
    scenario
        .mql("h", "organic", "2026-11-02T12:00:00Z")
        .closed("rejected", "review", "low_intent", 1);

    http.perform(ask("/api/insight/rejections?by=source"))
        .andExpect(status().isOk())
        .andExpect(
            content()
                .json(
                    """
                    {"rows": [{"key": "organic", "stage": "review", "reason": "low_intent",
                               "count": 1, "share": 1.0, "kind": "quality"}],
                     "total": {"count": 1, "share": 1.0}, "kinds": {"quality": 1}}
                    """,
                    JsonCompareMode.STRICT));
  }

  @Test
  void everything_wrong_with_a_question_is_named_at_once() throws Exception {
    http.perform(ask("/api/insight/funnel?from=yesterday&to=2026-11-01T08:00&by=rep&basis=mean"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.status").value(422))
        .andExpect(jsonPath("$.errors.length()").value(4))
        .andExpect(jsonPath("$.errors[0].field").value("from"))
        .andExpect(jsonPath("$.errors[0].message", containsString("2026-11-01")))
        .andExpect(jsonPath("$.errors[1].field").value("to"))
        .andExpect(jsonPath("$.errors[1].message", containsString("offset")))
        .andExpect(jsonPath("$.errors[2].field").value("by"))
        .andExpect(
            jsonPath("$.errors[2].message")
                .value(
                    "must be one of source, campaign, segment, band, owner, channel, definition, models"))
        .andExpect(jsonPath("$.errors[3].field").value("basis"))
        .andExpect(jsonPath("$.errors[3].message").value("must be one of cohort, period"));
  }

  @Test
  void sla_and_rejections_name_their_own_allowed_words() throws Exception {
    http.perform(ask("/api/insight/sla?by=campaign"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            jsonPath("$.errors[0].message")
                .value("must be one of rep, team, source, clock, hour, channel, segment, models"));
    http.perform(ask("/api/insight/rejections?by=OWNER"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("by"));
  }

  @Test
  void a_range_that_ends_before_it_begins_is_refused() throws Exception {
    http.perform(ask("/api/insight/sla?from=2026-11-02&to=2026-11-01"))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[0].field").value("to"));
  }

  @Test
  void a_parameter_left_empty_is_one_left_out() throws Exception {
    http.perform(ask("/api/insight/funnel?from=&to=&by=&basis=")).andExpect(status().isOk());
  }

  private static MockHttpServletRequestBuilder ask(String address) {
    return get(address).principal(FigureScenario.MONA);
  }
}
