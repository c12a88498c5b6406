package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Who is let in, and in which order a call refuses: 401, 403, 404, 400, 422, 409. */
@OnH2
class RefusalOrderTest {
  /**
   * What each call answers to each person when it is sent {@code {}}: rita owns the handoff, nora
   * is a rep of another team, mona manages, marc does marketing, dora designs models, nobody is in
   * no group, and the last one has not logged in.
   */
  private static final String TABLE =
      """
      call                                    | rita | nora | mona | marc | dora | admin | nobody | -
      POST /api/signals                       | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      GET  /api/insight/event-log.csv         | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/event-log.xes         | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/channels                      | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      GET  /api/channels/{channel}            | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      PUT  /api/channels/{channel}            | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      DELETE /api/channels/{channel}          | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      POST /api/channels/test                 | 403  | 403  | 403  | 403  | 403  | 409   | 403    | 401
      GET  /status                            | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      GET  /api/status                        | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      GET  /setup                             | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      GET  /settings                          | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      POST /api/company-signals               | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      GET  /api/leads                         | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/leads.csv                     | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/leads/{id}                    | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/leads/{id}/score              | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/handoffs/{id}/review          | 422  | 404  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/{id}/qualification   | 422  | 404  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/{id}/touch           | 422  | 404  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/{id}/opportunity     | 422  | 404  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/{id}/outcome         | 422  | 404  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/{id}/held/{question} | 404  | 404  | 404  | 403  | 403  | 404   | 403    | 401
      DELETE /api/handoffs/{id}/held/{question} | 404 | 404 | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/handoffs/{id}/emails          | 422  | 404  | 422  | 403  | 403  | 422   | 403    | 401
      GET  /api/handoffs/{id}/emails          | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/mailbox                       | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      POST /api/handoffs/{id}/reassign        | 403  | 403  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/reassign             | 403  | 403  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/{id}/decline         | 422  | 404  | 403  | 403  | 403  | 403   | 403    | 401
      POST /api/handoffs/{id}/restart         | 403  | 403  | 409  | 403  | 403  | 409   | 403    | 401
      GET  /api/handoffs/interrupted          | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      POST /api/handoffs/{id}/claim           | 200  | 404  | 409  | 403  | 403  | 409   | 403    | 401
      POST /api/handoffs/{id}/pause           | 422  | 404  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/handoffs/{id}/resume          | 409  | 404  | 409  | 403  | 403  | 409   | 403    | 401
      GET  /api/deadlines/changes             | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      POST /api/deadlines/changes             | 403  | 403  | 422  | 403  | 403  | 422   | 403    | 401
      GET  /api/insight/funnel                | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla                   | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/marketing-sla              | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/alerts                | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/alerts.csv            | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /sla/alerts                        | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/rejections                    | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/rejections/{id}/answer        | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      POST /api/rejections/{id}/decision      | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/rejections/{id}/contact       | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      POST /api/rejections/{id}/duplicate     | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      POST /api/leads/{id}/merge              | 403  | 403  | 422  | 422  | 403  | 422   | 403    | 401
      POST /api/leads/{id}/reopen             | 403  | 403  | 422  | 403  | 403  | 422   | 403    | 401
      GET  /api/leads/{id}/duplicates         | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/leads/{id}/export             | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      POST /api/leads/{id}/erase              | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      POST /api/leads/{id}/booking-link       | 201  | 404  | 201  | 403  | 403  | 201   | 403    | 401
      GET  /api/bookings                      | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/bookings/{id}/held            | 404  | 404  | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/bookings/{id}/no-show         | 404  | 404  | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/bookings/{id}/cancel          | 404  | 404  | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/bookings/{id}/take-over       | 404  | 404  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /api/personal-calendar             | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      PUT  /api/personal-calendar             | 422  | 422  | 422  | 422  | 403  | 422   | 403    | 401
      GET  /welcome/{token}                   | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /welcome/{token}                   | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /book/{token}                      | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /book/{token}                      | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /forms/{name}                      | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /forms/{name}                      | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      PUT  /api/leads/{id}/account            | 403  | 403  | 422  | 422  | 403  | 422   | 403    | 401
      PUT  /api/accounts/{id}/parent          | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /api/account-questions             | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/account-questions/{id}        | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /api/campaigns                     | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      PUT  /api/campaigns/{campaign}/owner    | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/changes                       | 403  | 403  | 200  | 200  | 200  | 200   | 403    | 401
      POST /api/changes                       | 403  | 403  | 403  | 422  | 422  | 422   | 403    | 401
      GET  /api/changes/{id}                  | 403  | 403  | 404  | 404  | 404  | 404   | 403    | 401
      PUT  /api/changes/{id}                  | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      GET  /api/changes/{id}/files/{name}     | 403  | 403  | 404  | 404  | 404  | 404   | 403    | 401
      POST /api/changes/{id}/check            | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      POST /api/changes/{id}/shadow           | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      POST /api/changes/{id}/sign             | 403  | 403  | 404  | 404  | 404  | 404   | 403    | 401
      POST /api/changes/{id}/apply            | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      POST /api/changes/{id}/rollback         | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      POST /api/changes/{id}/withdraw         | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      GET  /api/models/{name}                 | 403  | 403  | 404  | 404  | 404  | 404   | 403    | 401
      GET  /api/scenarios                     | 403  | 403  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /api/scenarios/{name}              | 403  | 403  | 404  | 404  | 404  | 404   | 403    | 401
      PUT  /api/scenarios/{name}              | 403  | 403  | 403  | 415  | 415  | 415   | 403    | 401
      DELETE /api/scenarios/{name}            | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      POST /api/scenarios/run                 | 403  | 403  | 422  | 422  | 422  | 422   | 403    | 401
      POST /api/preview                       | 403  | 403  | 422  | 422  | 422  | 422   | 403    | 401
      GET  /scenarios                         | 403  | 403  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /api/audit                         | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      GET  /api/audit/check                   | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      GET  /audit                             | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      GET  /audit.csv                         | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      GET  /api/definition                    | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /definition                        | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /definition.pdf                    | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /changes                           | 403  | 403  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /changes/new                       | 403  | 403  | 403  | 404  | 404  | 404   | 403    | 401
      GET  /changes/{id}                      | 403  | 403  | 404  | 404  | 404  | 404   | 403    | 401
      GET  /rejections                        | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/rejections            | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/funnel/leads         | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/funnel/leads.csv     | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/funnel/series        | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/funnel.csv           | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/lift                 | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/rejections/leads     | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/rejections/leads.csv | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/rejections.csv       | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla/deadlines        | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla/deadlines.csv    | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla/first-touch      | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla/last-minute      | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla/parts            | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla/series           | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/attempts             | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla/stalled          | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/insight/sla.csv              | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/alerts                        | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/alerts/failed                  | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      POST /api/alerts/failed/{id}/retry       | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      DELETE /api/alerts/failed/{id}           | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /api/alerts/addresses              | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      PUT  /api/alerts/addresses/{person}/{channel} | 403 | 403 | 404 | 403 | 403 | 404 | 403 | 401
      DELETE /api/alerts/addresses/{person}/{channel} | 403 | 403 | 404 | 403 | 403 | 404 | 403 | 401
      GET  /api/people                        | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      PUT  /api/people/{id}                   | 403  | 403  | 422  | 403  | 403  | 422   | 403    | 401
      POST /api/people/{id}/absences          | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      DELETE /api/people/{id}/absences/{absence} | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/people/{id}/return            | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /api/people/{id}/preferences       | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      PUT  /api/people/{id}/preferences       | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /api/teams                         | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      GET  /api/teams/{id}                    | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      PUT  /api/teams/{id}                    | 403  | 403  | 422  | 403  | 403  | 422   | 403    | 401
      GET  /api/calendars                     | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      PUT  /api/calendars/{name}              | 403  | 403  | 422  | 403  | 403  | 422   | 403    | 401
      PUT  /api/calendars/{name}/closing-days/{day} | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      DELETE /api/calendars/{name}/closing-days/{day} | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /api/handoffs/{id}/routing         | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/accounts                      | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/accounts/{id}                 | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /accounts                          | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      PUT  /api/accounts/{id}/owner         | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /api/invitations                   | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      POST /api/people/{id}/invitation        | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      DELETE /api/people/{id}/invitation      | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      GET  /api/tokens                        | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      POST /api/tokens                        | 403  | 403  | 403  | 403  | 403  | 422   | 403    | 401
      POST /api/tokens/{id}/rotate            | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      DELETE /api/tokens/{id}                 | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      GET  /                                  | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /leads                             | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /leads/{id}                        | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /leads/{id}/card                   | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /leads/{id}/work                   | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /accounts/{id}                     | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /funnel                            | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /funnel/leads                      | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /funnel/rejections                       | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /funnel/rejections/leads                 | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /funnel/signals                    | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /know                              | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /sla                               | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /sla/at-risk                       | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /sla/deadlines                     | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /sla/next-72-hours                 | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/preview/next-72-hours         | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /calls                             | 200  | 200  | 200  | 403  | 403  | 200   | 403    | 401
      GET  /reps                              | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      GET  /reps/{id}                         | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /preferences                       | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /teams                             | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      POST /api/questions                     | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      GET  /api/questions/{token}             | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /api/questions/{token}             | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /api/reviews                       | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/reviews/{id}                  | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      POST /api/reviews/{id}/hold             | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      POST /api/reviews/{id}/start            | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/reviews/{id}/skip             | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      POST /api/review-decisions/{id}/close   | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /reviews                           | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /reviews/{id}                      | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /api/imports                       | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      POST /api/imports                       | 403  | 403  | 403  | 415  | 403  | 415   | 403    | 401
      GET  /api/imports/{id}                  | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      GET  /api/imports/{id}/refused.csv      | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      GET  /imports                           | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      GET  /imports/{id}                      | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      GET  /sources                           | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      GET  /sources/{name}                    | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      POST /api/imports/{id}/cancel           | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      POST /api/imports/{id}/undo             | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      GET  /api/sources                       | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      GET  /api/sources/{name}                | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      PUT  /api/sources/{name}                | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      DELETE /api/sources/{name}              | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      GET  /api/sources/{name}/payloads       | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      POST /api/sources/{name}/try            | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      POST /api/sources/{name}/payloads/{id}/retry | 403 | 403 | 403 | 404 | 403 | 404 | 403 | 401
      POST /api/sources/{name}/payloads/{id}/ignore | 403 | 403 | 403 | 404 | 403 | 404 | 403 | 401
      GET  /hooks/{name}                      | 400  | 400  | 400  | 400  | 400  | 400   | 400    | 400
      GET  /api/connections                   | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      GET  /api/audiences                     | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      GET  /api/audiences/{name}              | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      PUT  /api/audiences/{name}              | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      DELETE /api/audiences/{name}            | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      GET  /api/audiences/{name}/members.csv  | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      GET  /api/conversions.csv               | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      GET  /connections                       | 403  | 403  | 403  | 200  | 403  | 200   | 403    | 401
      GET  /api/connections/{name}            | 403  | 403  | 403  | 404  | 403  | 404   | 403    | 401
      PUT  /api/connections/{name}            | 403  | 403  | 403  | 403  | 403  | 422   | 403    | 401
      DELETE /api/connections/{name}          | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      POST /api/connections/{name}/test       | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      POST /api/connections/{name}/pause      | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      POST /api/connections/{name}/resume     | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      POST /api/connections/{name}/replay     | 403  | 403  | 403  | 403  | 403  | 404   | 403    | 401
      POST /hooks/{name}                      | 401  | 401  | 401  | 401  | 401  | 401   | 401    | 401
      POST /web/{name}                        | 403  | 403  | 403  | 403  | 403  | 403   | 403    | 403
      POST /v1/track                          | 401  | 401  | 401  | 401  | 401  | 401   | 401    | 401
      POST /v1/identify                       | 401  | 401  | 401  | 401  | 401  | 401   | 401    | 401
      POST /v1/page                           | 401  | 401  | 401  | 401  | 401  | 401   | 401    | 401
      POST /v1/batch                          | 401  | 401  | 401  | 401  | 401  | 401   | 401    | 401
      GET  /api/know/attribution              | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/know/attribution/goals        | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/know/diagnosis                | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/know/milestones               | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/know/drift                    | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /know/drift                        | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /know/diagnosis                    | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /know/milestones                   | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/know/forecast                 | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/know/scorecard                | 403  | 403  | 403  | 422  | 422  | 422   | 403    | 401
      GET  /api/know/costs                    | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      PUT  /api/know/costs                    | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      GET  /api/agents                        | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      PUT  /api/agents/{name}                 | 403  | 403  | 404  | 403  | 403  | 404   | 403    | 401
      GET  /api/agents/{name}/proposals       | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /api/agents/proposals/{id}         | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      POST /api/agents/proposals/{id}         | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /api/leads/{id}/draft              | 200  | 404  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/leads/{id}/draft/polish       | 409  | 404  | 409  | 409  | 403  | 409   | 403    | 401
      GET  /agents                            | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/nurture                       | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /api/nurture/leads                 | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/nurture/leads                 | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      GET  /api/lead-views                    | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      POST /api/lead-views                    | 422  | 422  | 422  | 422  | 403  | 422   | 403    | 401
      DELETE /api/lead-views/{id}             | 404  | 404  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /api/nurture/mails/{id}            | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      PUT  /api/nurture/mails/{id}            | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      POST /api/nurture/mails/{id}/preview    | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      GET  /nurture                           | 403  | 403  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /nurture/mails/{id}                | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      GET  /nurture/mails/{id}/preview        | 403  | 403  | 404  | 404  | 403  | 404   | 403    | 401
      POST /nurture/mails/{id}/preview        | 403  | 403  | 403  | 422  | 403  | 422   | 403    | 401
      GET  /n/{token}                         | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /unsubscribe/{token}               | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /unsubscribe/{token}               | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /about-you/{token}                 | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /about-you/{token}                 | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /answer/{token}                    | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /answer/{token}                    | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /slack/interactions                | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /slack/commands                    | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /whatsapp/webhook                  | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      POST /whatsapp/webhook                  | 404  | 404  | 404  | 404  | 404  | 404   | 404    | 404
      GET  /login                             | 200  | 200  | 200  | 200  | 200  | 200   | 200    | 200
      GET  /v3/api-docs                       | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /v3/api-docs.yaml                  | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /actuator/health                   | 200  | 200  | 200  | 200  | 200  | 200   | 200    | 200
      GET  /actuator/prometheus               | 200  | 200  | 200  | 200  | 200  | 200   | 200    | 200
      GET  /actuator                          | 403  | 403  | 403  | 403  | 403  | 403   | 403    | 401
      GET  /actuator/health/**                | 403  | 403  | 403  | 403  | 403  | 403   | 403    | 401
      ANY  /error                             | 403  | 403  | 403  | 403  | 403  | 403   | 403    | 401
      """;

  /** The same for what Camunda brings along, and our plugin inside it. */
  private static final String CAMUNDA =
      """
      call                                                          | rita | nora | mona | marc | dora | admin | nobody | -
      GET  /camunda/app/tasklist/default/                           | 200  | 200  | 200  | 200  | 403  | 200   | 403    | 401
      GET  /camunda/app/cockpit/default/                            | 403  | 403  | 200  | 403  | 200  | 200   | 403    | 401
      GET  /camunda/app/admin/default/                              | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      GET  /camunda/app/welcome/default/                            | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /camunda/api/cockpit/plugin/baton/default/today          | 403  | 403  | 200  | 403  | 200  | 200   | 403    | 401
      GET  /camunda/api/cockpit/plugin/baton/default/steps          | 403  | 403  | 200  | 403  | 200  | 200   | 403    | 401
      GET  /camunda/api/cockpit/plugin/baton/default/viewer         | 403  | 403  | 200  | 403  | 200  | 200   | 403    | 401
      GET  /camunda/api/cockpit/plugin/baton/default/leads          | 403  | 403  | 200  | 403  | 403  | 200   | 403    | 401
      GET  /camunda/api/cockpit/plugin/baton/other/today            | 404  | 404  | 404  | 404  | 404  | 404   | 403    | 401
      GET  /camunda/api/cockpit/plugin/baton/static/app/plugin.js   | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /camunda/api/admin/plugin/adminPlugins/static/app/plugin.js | 403  | 403  | 403  | 403  | 403  | 200   | 403    | 401
      POST /camunda/api/admin/setup/default/user/create             | 403  | 403  | 403  | 403  | 403  | 403   | 403    | 401
      POST /camunda/api/admin/auth/user/default/login/cockpit       | 403  | 403  | 403  | 403  | 403  | 403   | 403    | 401
      GET  /camunda/api/engine/engine/default/task/count            | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /camunda/api/engine/engine/default/user/rita/profile     | 200  | 404  | 404  | 404  | 404  | 200   | 403    | 401
      GET  /camunda/api/engine/engine/default/process-definition/key/lead-handoff/xml | 404 | 404 | 200 | 404 | 200 | 200 | 403 | 401
      GET  /engine-rest/task/count                                  | 200  | 200  | 200  | 200  | 200  | 200   | 403    | 401
      GET  /engine-rest/user/rita/profile                           | 200  | 404  | 404  | 404  | 404  | 200   | 403    | 401
      GET  /engine-rest/process-definition/key/lead-handoff/xml     | 404  | 404  | 200  | 404  | 200  | 200   | 403    | 401
      """;

  @Autowired ServletWebServerApplicationContext context;
  @Autowired JdbcClient db;
  private static String unanswered;

  private HttpCaller baton;
  private String lead;
  private String handoff;

  @BeforeEach
  void call(@LocalServerPort int port) {
    baton = HttpCaller.at(port);
  }

  /** What refuses leaves the lead as it is: one is enough for every row of the tables. */
  private void use_a_lead_that_nobody_has_answered() {
    if (unanswered == null) {
      hand_a_lead_to_rita();
      unanswered = lead;
    }
    use(unanswered);
  }

  private void hand_a_lead_to_rita() {
    Map<String, Object> signal =
        Map.of(
            "type", "demo_requested", "lead", Map.of("email", UUID.randomUUID() + "@acme.example"));
    use(baton.as("marc").post("/api/signals", signal).is(200).at("/lead/id").asText());
    db.sql("update handoff set owner = 'rita', team = 'south' where id = ?")
        .param(handoff)
        .update();
  }

  private void use(String lead) {
    this.lead = lead;
    handoff =
        baton
            .as("mona")
            .await("/api/leads/" + lead, RefusalOrderTest::isAtReview)
            .at("/handoff/id")
            .asText();
  }

  private static boolean isAtReview(JsonNode lead) {
    return lead.at("/handoff/deadlines").findValuesAsText("clock").contains("review");
  }

  @ParameterizedTest
  @CsvSource(textBlock = TABLE, delimiter = '|', useHeadersInDisplayName = true)
  void every_call_lets_in_whom_it_should(
      String call,
      int rita,
      int nora,
      int mona,
      int marc,
      int dora,
      int admin,
      int nobody,
      int no) {
    use_a_lead_that_nobody_has_answered();
    assertThat(status(call, baton.as("rita"))).as("rita").isEqualTo(rita);
    assertThat(status(call, baton.as("nora"))).as("nora").isEqualTo(nora);
    assertThat(status(call, baton.as("mona"))).as("mona").isEqualTo(mona);
    assertThat(status(call, baton.as("marc"))).as("marc").isEqualTo(marc);
    assertThat(status(call, baton.as("dora"))).as("dora").isEqualTo(dora);
    assertThat(status(call, baton.as("admin"))).as("admin").isEqualTo(admin);
    assertThat(status(call, baton.as("nobody"))).as("nobody").isEqualTo(nobody);
    assertThat(status(call, baton)).as("without login").isEqualTo(no);
  }

  @ParameterizedTest
  @CsvSource(textBlock = CAMUNDA, delimiter = '|', useHeadersInDisplayName = true)
  void what_camunda_brings_lets_in_whom_it_should(
      String call, int rita, int nora, int mona, int marc, int dora, int admin, int nobody, int no)
      throws Exception {
    Function<HttpCaller, Integer> status =
        by -> {
          String[] parts = call.split(" +");
          return parts[0].equals("GET")
              ? by.get(parts[1]).status()
              : by.post(parts[1], "{}").status();
        };
    assertThat(status.apply(baton.as("rita"))).as("rita").isEqualTo(rita);
    assertThat(status.apply(baton.as("nora"))).as("nora").isEqualTo(nora);
    assertThat(status.apply(baton.as("mona"))).as("mona").isEqualTo(mona);
    assertThat(status.apply(baton.as("marc"))).as("marc").isEqualTo(marc);
    assertThat(status.apply(baton.as("dora"))).as("dora").isEqualTo(dora);
    assertThat(status.apply(baton.as("admin"))).as("admin").isEqualTo(admin);
    assertThat(status.apply(baton.as("nobody"))).as("nobody").isEqualTo(nobody);
    assertThat(status.apply(baton)).as("without login").isEqualTo(no);
  }

  @Test
  void the_table_names_every_resource_of_our_plugin() {
    TreeSet<String> ours =
        ServedPaths.by(context, "default").calls().stream()
            .map(ServedPaths.Call::toString)
            .filter(call -> call.contains("/plugin/baton/"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed(CAMUNDA)).containsAll(ours);
    assertThat(ours).hasSizeGreaterThan(1);
  }

  @Test
  void the_table_names_every_call_there_is() {
    assertThat(calls()).isEqualTo(listed(TABLE));
  }

  private TreeSet<String> listed(String table) {
    return table
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf('|')).trim().replaceAll(" +", " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private TreeSet<String> calls() {
    return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
        .flatMap(RefusalOrderTest::calls)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> calls(RequestMappingInfo mapping) {
    var methods = mapping.getMethodsCondition().getMethods();
    return mapping.getPatternValues().stream()
        .flatMap(
            path ->
                methods.isEmpty()
                    ? Stream.of("ANY " + path)
                    : methods.stream().map(method -> method + " " + path));
  }

  private int status(String call, HttpCaller by) {
    String[] parts = call.replaceAll(" +", " ").split(" ");
    String method = parts[0].equals("ANY") ? "GET" : parts[0];
    String path =
        parts[1]
            .replaceAll("\\{\\w+}", parts[1].contains("/leads/") ? lead : handoff)
            .replace("**", "db")
            // nobody waits until all of the house has been played on, for each role
            .replaceFirst("next-72-hours$", "next-72-hours?wait=0");
    Answer answer =
        method.startsWith("P")
            ? by.send(method, path, HttpCaller.OBJECT, body(path))
            : by.send(method, path, null, "");
    return answer.status() < 300 ? answer.status() : answer.isProblem(answer.status()).status();
  }

  /** Without a name all scenarios would be played, for each role. */
  private static String body(String path) {
    return path.endsWith("/scenarios/run") ? "{\"name\": \"none\"}" : "{}";
  }

  @ParameterizedTest
  @CsvSource({"review", "qualification", "touch", "opportunity", "outcome", "reassign"})
  void a_role_is_asked_before_the_handoff_and_the_handoff_before_the_body(String question) {
    use_a_lead_that_nobody_has_answered();
    String unknown = "/api/handoffs/" + UUID.randomUUID() + "/" + question;
    baton.post(unknown, "{broken").isProblem(401);
    baton.as("marc").post(unknown, "{broken").isProblem(403);
    baton.as("mona").post(unknown, "{broken").isProblem(404);
    String known = "/api/handoffs/" + handoff + "/" + question;
    baton.as("mona").post(known, "{broken").isProblem(400);
    baton.as("mona").post(known, "").isProblem(400);
    baton.as("mona").post(known, "[]").isProblem(400);
    baton.as("mona").send("POST", known, "text/plain", "{}").isProblem(415);
    assertThat(baton.as("mona").post(known, "{}").isProblem(422).at("/errors")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "review        | {'decision':'accept'}",
        "qualification | {'framework':'bant','decision':'qualify','criteria':{}}",
        "touch         | {'kind':'call'}",
        "opportunity   | {'value':1,'currency':'EUR','stage':'new','nextStep':'call'}",
        "outcome       | {'outcome':'won'}",
        "outcome       | {'outcome':'lost','reason':'no_budget'}",
        "reassign      | {'rep':'ben','reason':'holiday'}"
      })
  void wrong_fields_are_told_before_a_closed_state_and_that_with_who_and_when(
      String question, String answer) {
    hand_a_lead_to_rita();
    Map<String, String> no = Map.of("decision", "reject", "reason", "wrong_icp");
    baton.as("rita").post("/api/handoffs/" + handoff + "/review", no).is(200);
    String path = "/api/handoffs/" + handoff + "/" + question;

    baton.as("mona").post(path, "{}").isProblem(422);
    Answer late = baton.as("mona").post(path, answer.replace('\'', '"')).isProblem(409);
    assertThat(late.at("/state").asText()).isEqualTo("CLOSED");
    assertThat(late.at("/by").asText()).isEqualTo("rita");
    assertThat(Instant.parse(late.at("/at").asText())).isBefore(Instant.now());
  }

  @Test
  void an_answer_to_a_question_that_is_not_asked_yet_is_told_what_is_asked() {
    use_a_lead_that_nobody_has_answered();
    Answer early =
        baton
            .as("rita")
            .post("/api/handoffs/" + handoff + "/outcome", Map.of("outcome", "won"))
            .isProblem(409);
    assertThat(early.at("/state").asText()).isEqualTo("REVIEW");
    assertThat(early.at("/by").isMissingNode() || early.at("/by").isNull()).isTrue();
    assertThat(early.at("/at").asText()).isNotBlank();
  }

  @Test
  void an_unknown_lead_is_told_before_a_wrong_field() {
    use_a_lead_that_nobody_has_answered();
    HttpCaller mona = baton.as("mona");
    mona.get("/api/leads/" + UUID.randomUUID() + "/score?asOf=soon").isProblem(404);
    mona.get("/api/leads/" + lead + "/score?asOf=soon").isProblem(422, "asOf");
    mona.get("/api/leads?stage=LOVE").isProblem(422, "stage");
    mona.get("/api/leads?page=-1").isProblem(422, "page");
    mona.get("/api/alerts?state=lost").isProblem(422, "state");
    mona.get("/api/insight/funnel?by=mood").isProblem(422, "by");
  }
}
