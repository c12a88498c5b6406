package dev.baton.connect.website;

import dev.baton.connect.source.PayloadIntake;
import dev.baton.connect.source.SignalSource;
import dev.baton.connect.source.SourceKind;
import dev.baton.connect.source.Sources;
import dev.baton.input.ApiProblem;
import dev.baton.input.BodyText;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /web/{name}}: what our script tells from pages of a website. A page hides no secret,
 * so what counts is that the page's host is one of the source's.
 */
@RestController
@Hidden
class WebsiteController {
  private static final int MOST_BYTES = 16 * 1024;

  /** What one address may tell in a minute. */
  private static final int MOST = 120;

  private final Sources sources;
  private final PayloadIntake intake;
  private final CallsPerMinute told = new CallsPerMinute(MOST);

  WebsiteController(Sources sources, PayloadIntake intake) {
    this.sources = sources;
    this.intake = intake;
  }

  @PostMapping("/web/{name}")
  ResponseEntity<Void> receive(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    SignalSource source =
        sources
            .find(name)
            .filter(each -> each.kind() == SourceKind.WEBSITE)
            .filter(each -> host(origin).filter(each.returnHosts()::contains).isPresent())
            .orElseThrow(
                () ->
                    new ApiProblem(
                        HttpStatus.FORBIDDEN, "No website of this name has pages on this host"));
    told.count(request.getRemoteAddr());
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "More than 16 KiB");
    }
    intake.take(source, BodyText.of(request, body));
    return ResponseEntity.noContent()
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
        .header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true")
        .header(HttpHeaders.VARY, HttpHeaders.ORIGIN)
        .build();
  }

  /** With its port, where it isn't the usual one. */
  private static Optional<String> host(@Nullable String origin) {
    try {
      return Optional.ofNullable(origin)
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .flatMap(WebsiteController::authority);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(new URI(origin).getAuthority())
          .map(host -> host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
