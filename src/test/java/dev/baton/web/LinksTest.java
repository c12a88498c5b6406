package dev.baton.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.HttpCaller;
import dev.baton.HttpCaller.Answer;
import dev.baton.OnH2;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the links of our pages lead whoever reads them. */
@OnH2
class LinksTest {
  private static final int MOST_PAGES = 120;
  private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"#]+)");
  private static final Pattern OF_OTHERS =
      Pattern.compile("(https?:|mailto:|tel:|/assets/|/camunda/|/logout).*");

  /** Pages that differ only in which row they show, or how it is filtered, are one. */
  private static final Pattern ROW =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|(?<==)[^&]*|(?<=/)\\d+");

  private static final Pattern LEAD = Pattern.compile("/leads/([^/?]+).*");

  private static final Pattern CONDITION_BESIDE_REPLACE =
      Pattern.compile(
          "<[^>]*th:(?:if|unless|each)=\"[^\"]*\"[^>]*th:replace=|<[^>]*th:replace=\"[^\"]*\"[^>]*th:(?:if|unless|each)=");

  @Autowired JdbcClient db;
  private HttpCaller baton;

  @BeforeEach
  void hand_a_lead_to_rita(@LocalServerPort int port) throws Exception {
    baton = HttpCaller.at(port);
    HandedLead.of(baton, db, "Ada");
  }

  private Answer open(String path, String user) {
    return baton
        .as(user)
        .send(
            HttpRequest.newBuilder(baton.root().resolve(path))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
  }

  private List<String> links(String path, String page) {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(page);
    while (link.find()) {
      String to = link.group(1).replace("&amp;", "&");
      if (!OF_OTHERS.matcher(to).matches()) {
        URI resolved = baton.root().resolve(path).resolve(to);
        String query = resolved.getRawQuery() == null ? "" : "?" + resolved.getRawQuery();
        links.add(resolved.getRawPath() + query);
      }
    }
    return links;
  }

  /** Another test may have left rows that tell of a lead which was never there. */
  private boolean isOfNoLead(String path) {
    Matcher lead = LEAD.matcher(path);
    return lead.matches()
        && db.sql("select 1 as found from lead where id = :id")
            .param("id", lead.group(1))
            .query(Integer.class)
            .optional()
            .isEmpty();
  }

  @Tag("nightly")
  @ParameterizedTest
  @ValueSource(strings = {"rita", "mona", "marc", "dora", "admin"})
  void no_link_leads_its_reader_to_a_page_that_refuses_them_or_is_not_there(String user) {
    Deque<String> ahead = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>();
    List<String> refused = new ArrayList<>();
    while (!ahead.isEmpty() && seen.size() < MOST_PAGES) {
      String path = ahead.poll();
      if (seen.add(ROW.matcher(path).replaceAll("-"))) {
        Answer page = open(path, user);
        if (page.status() >= 400 && !isOfNoLead(path)) {
          refused.add(page.status() + " " + path);
        } else if (page.status() == 200 && page.type().startsWith("text/html")) {
          ahead.addAll(links(path, page.text()));
        }
      }
    }
    assertThat(refused).isEmpty();
    assertThat(seen).hasSizeGreaterThan(4);
  }

  @ParameterizedTest
  @CsvSource({
    "/funnel/leads?by=source&basis=cohort&stage=mql&page=1",
    "/funnel/rejections/leads?by=source&page=1",
    "/sla/deadlines?by=rep&verdict=met&page=1"
  })
  void a_page_of_rows_leads_back_to_the_one_before_it(String path) {
    assertThat(links(path, open(path, "mona").is(200).text()))
        .filteredOn(link -> link.endsWith("&page=0"))
        .singleElement()
        .satisfies(
            back -> {
              assertThat(back).startsWith(path.substring(0, path.indexOf('?') + 1));
              assertThat(open(back, "mona").status()).isEqualTo(200);
            });
  }

  @Test
  void no_condition_stands_beside_a_replacement_which_would_come_first() throws IOException {
    try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates"))) {
      List<Path> all = templates.toList();
      assertThat(all).hasSizeGreaterThan(40);
      for (Path template : all) {
        assertThat(CONDITION_BESIDE_REPLACE.matcher(Files.readString(template)).find())
            .as(template.toString())
            .isFalse();
      }
    }
  }
}
