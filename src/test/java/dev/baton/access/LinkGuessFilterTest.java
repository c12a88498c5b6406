package dev.baton.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LinkGuessFilterTest {
  private static final String LINK = "/unsubscribe/" + "x".repeat(43);
  private static final FilterChain MISSING = (request, response) -> missing(response);

  private final LinkGuessFilter filter = new LinkGuessFilter();

  @BeforeEach
  void guessTooOften() throws Exception {
    for (int guess = 0; guess < LinkGuessFilter.MOST; guess++) {
      assertThat(open("guesser", MISSING).getStatus()).isEqualTo(404);
    }
  }

  @Test
  void a_right_link_is_right_at_once_however_many_were_guessed() throws Exception {
    MockHttpServletResponse page =
        open("guesser", (request, response) -> response.getOutputStream().print("Unsubscribe"));

    assertThat(page.getStatus()).isEqualTo(200);
    assertThat(page.getContentAsString()).isEqualTo("Unsubscribe");
  }

  @Test
  void one_guess_too_many_hears_so_whether_its_answer_was_written_or_sent() throws Exception {
    MockHttpServletResponse written = open("guesser", MISSING);
    MockHttpServletResponse sent =
        open(
            "guesser",
            (request, response) -> ((HttpServletResponse) response).sendError(404, "No such link"));

    for (MockHttpServletResponse refused : new MockHttpServletResponse[] {written, sent}) {
      assertThat(refused.getStatus()).isEqualTo(429);
      assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
      assertThat(refused.getErrorMessage()).endsWith("try again in a minute");
      assertThat(refused.getContentAsString()).isEmpty();
    }
    assertThat(open("neighbour", MISSING).getStatus()).isEqualTo(404);
  }

  private MockHttpServletResponse open(String address, FilterChain chain) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", LINK);
    request.setRemoteAddr(address);
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, chain);
    return response;
  }

  private static void missing(ServletResponse response) throws IOException {
    ((HttpServletResponse) response).setStatus(404);
    response.getWriter().print("There is no such link");
  }
}
