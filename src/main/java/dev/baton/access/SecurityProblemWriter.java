package dev.baton.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.access.openid.LoginSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Writer of refusals (401, 403): a page to browsers, a problem to others. */
@Component
class SecurityProblemWriter {
  private final ObjectMapper json;
  private final boolean local;

  SecurityProblemWriter(ObjectMapper json, LoginSettings settings) {
    this.json = json;
    this.local = settings.local();
  }

  /** After the login a person comes back to the page they wanted, never to a piece of it. */
  static HttpSessionRequestCache documents() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setRequestMatcher(SecurityProblemWriter::isDocument);
    // otherwise everybody lands on "/?continue"
    cache.setMatchingRequestParameterName(null);
    return cache;
  }

  void ask(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable AuthenticationException missing)
      throws IOException {
    if (isDocument(request)) {
      response.sendRedirect("/login");
    } else if (request.getRequestURI().startsWith("/api/")) {
      askForBasic(request, response, missing);
    } else {
      write(response, HttpStatus.UNAUTHORIZED, "Log in first");
    }
  }

  void askForBasic(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable AuthenticationException missing)
      throws IOException {
    if (missing instanceof TooManyTries refused) {
      slow(response, refused);
      return;
    }
    if (!local) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"Baton\"");
      write(response, HttpStatus.UNAUTHORIZED, "Log in on a page, or send a token");
      return;
    }
    response.setHeader("WWW-Authenticate", "Basic realm=\"Baton\", charset=\"UTF-8\"");
    write(response, HttpStatus.UNAUTHORIZED, "Log in with your user name and password");
  }

  /** Who may not try now hears why and how long; to ask for a login again would be no help. */
  void slow(HttpServletResponse response, TooManyTries refused) throws IOException {
    response.setHeader("Retry-After", String.valueOf(refused.seconds()));
    write(response, HttpStatus.TOO_MANY_REQUESTS, String.valueOf(refused.getMessage()));
  }

  /** Back to the form, which says what was wrong. */
  void refuseForm(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    response.sendRedirect(refusal instanceof TooManyTries ? "/login?slowed" : "/login?error");
  }

  /** Who has not logged in is asked to, whatever else the request lacks. */
  void refuse(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    boolean stale = refusal instanceof CsrfException;
    if (stale && wantsDocument(request)) {
      // a form that lay open longer than its session
      response.sendRedirect("/login?expired");
    } else if (stale && (isLoggedIn() || comesFromAPage(request))) {
      forbidForgery(response);
    } else if (!isLoggedIn()) {
      ask(request, response, null);
    } else if (isDocument(request)) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    } else {
      forbid(request, response, refusal);
    }
  }

  /** Without the token of a page it may be another site that sent it. */
  void forbidForgery(HttpServletResponse response) throws IOException {
    write(response, HttpStatus.FORBIDDEN, "Your login has ended. Reload the page to log in again");
  }

  void forbid(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
      throws IOException {
    write(response, HttpStatus.FORBIDDEN, "Your groups don't open this");
  }

  private static boolean isDocument(HttpServletRequest request) {
    return request.getMethod().equals("GET") && wantsDocument(request);
  }

  private static boolean wantsDocument(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !request.getRequestURI().startsWith("/api/")
        && !request.getRequestURI().startsWith("/camunda/api/");
  }

  private static boolean isLoggedIn() {
    return SecurityContextHolder.getContext().getAuthentication() != null;
  }

  /** A page's script must not be asked for Basic: the browser would open a box of its own. */
  private static boolean comesFromAPage(HttpServletRequest request) {
    return request.getHeader("X-CSRF-TOKEN") != null;
  }

  private void write(HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), ProblemDetail.forStatusAndDetail(status, detail));
  }
}
