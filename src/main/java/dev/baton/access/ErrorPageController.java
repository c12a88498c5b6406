package dev.baton.access;

import dev.baton.input.Translated;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/**
 * Controller of errors outside of the handlers: a page for browsers, a problem of RFC 9457 for
 * others.
 */
@Controller
@Translated
class ErrorPageController extends BasicErrorController {

  ErrorPageController(
      ErrorAttributes attributes, ServerProperties server, List<ErrorViewResolver> pages) {
    super(attributes, server.getError(), pages);
  }

  @Override
  public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
    HttpStatus status = getStatus(request);
    Object said = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    boolean ours =
        (status.is4xxClientError() || status == HttpStatus.SERVICE_UNAVAILABLE)
            && said != null
            && !said.toString().isBlank();
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(
            Map.of(
                "type",
                "about:blank",
                "title",
                status.getReasonPhrase(),
                "status",
                status.value(),
                "detail",
                ours ? said.toString() : "The request could not be answered"));
  }
}
