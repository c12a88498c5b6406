package dev.baton.web;

import dev.baton.input.ApiProblem;
import dev.baton.input.DatabaseOutage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Exception handler of pages: a browser gets a page when one fails; problems are for programs. */
@Component
class PageExceptionHandler implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(PageExceptionHandler.class);

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
    if (!isDocument(request)) {
      return null;
    }
    Optional<ApiProblem> outage = DatabaseOutage.of(e);
    HttpStatusCode status =
        outage.isPresent()
            ? outage.get().getStatusCode()
            : e instanceof ErrorResponse told
                ? told.getStatusCode()
                : e instanceof RequestRejectedException
                    ? HttpStatus.BAD_REQUEST
                    : HttpStatus.INTERNAL_SERVER_ERROR;
    if (outage.isPresent()) {
      response.setHeader(HttpHeaders.RETRY_AFTER, DatabaseOutage.AGAIN_AFTER_SECONDS);
    }
    if (status.is5xxServerError()) {
      LOG.error("A page failed", e);
    }
    PageLanguage.translated(request);
    return new ModelAndView("error", Map.of("status", status.value()), status);
  }

  private static boolean isDocument(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !request.getRequestURI().startsWith("/api/");
  }

  /** Before the problems. */
  @Override
  public int getOrder() {
    return -1;
  }
}
