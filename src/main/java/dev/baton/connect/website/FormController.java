package dev.baton.connect.website;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.connect.source.PayloadIntake;
import dev.baton.connect.source.SignalSource;
import dev.baton.connect.source.SourceSignature;
import dev.baton.connect.source.Sources;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where the form of a website posts to, as it would to Salesforce's Web-to-Lead: {@code oid} says
 * the source's secret, {@code retURL} where the visitor goes on. Whoever asks for sales is offered
 * a meeting there. Whoever fills the field that no person sees ({@value #TRAP}) is a robot.
 */
@RestController
@Hidden
class FormController {
  static final String TRAP = "leave_this_empty";

  /** What the link to a meeting is called in the address where the visitor goes on. */
  static final String MEETING = "booking";

  /** Posts that one address may send in a minute. */
  static final int MOST = 20;

  private static final Set<String> NOT_TOLD =
      Set.of("oid", "retURL", "submit", "encoding", "debug", "debugEmail", TRAP);
  private static final String THANKS =
      """
      <!doctype html><html lang="en"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width"><title>Thank you</title>
      <p>Thank you, your message has arrived.</p>%s</html>
      """;

  private final Sources sources;
  private final PayloadIntake intake;
  private final MeetingOffers meetings;
  private final CallsPerMinute posts = new CallsPerMinute(MOST);

  FormController(Sources sources, PayloadIntake intake, MeetingOffers meetings) {
    this.sources = sources;
    this.intake = intake;
    this.meetings = meetings;
  }

  @PostMapping(path = "/hooks/{name}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ResponseEntity<String> receive(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    posts.count(request.getRemoteAddr());
    MultiValueMap<String, String> form = WebForm.read(request);
    String key = form.getFirst("oid");
    SignalSource source =
        sources
            .find(name)
            .filter(
                each ->
                    SourceSignature.isSame(each.secret(), key)
                        || SourceSignature.saysSecret(each, request))
            .orElseThrow(SourceSignature::refusal);
    String trapped = form.getFirst(TRAP);
    String body = json(form).toString();
    Optional<String> meeting = Optional.empty();
    if (trapped != null && !trapped.isBlank()) {
      intake.ignore(source, body, "The field '%s' was filled: a robot".formatted(TRAP));
    } else {
      meeting = meetings.of(intake.take(source, body));
    }
    return answer(backTo(source, form.getFirst("retURL")), meeting);
  }

  /** The website is told the link as well: it may show it, or lead on to it. */
  private static ResponseEntity<String> answer(Optional<URI> to, Optional<String> meeting) {
    if (to.isPresent()) {
      URI back = meeting.map(link -> told(to.get(), link)).orElse(to.get());
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(back).build();
    }
    String offer =
        meeting.map("<p><a href=\"%s\">Choose a time for a meeting</a></p>"::formatted).orElse("");
    return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(THANKS.formatted(offer));
  }

  /** The address as it was written, and the link in its query. */
  private static URI told(URI to, String link) {
    String[] parts = to.toString().split("#", 2);
    return URI.create(
        parts[0]
            + (to.getRawQuery() == null ? "?" : "&")
            + MEETING
            + "="
            + URLEncoder.encode(link, StandardCharsets.UTF_8)
            + (parts.length == 2 ? "#" + parts[1] : ""));
  }

  private static ObjectNode json(MultiValueMap<String, String> form) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    form.forEach(
        (field, values) -> {
          if (!NOT_TOLD.contains(field)) {
            json.put(field, String.join(", ", values));
          }
        });
    return json;
  }

  /** Nobody is sent to a host that the source doesn't name. */
  private static Optional<URI> backTo(SignalSource source, @Nullable String address) {
    if (address == null) {
      return Optional.empty();
    }
    try {
      URI to = new URI(address.strip());
      String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
      String host = String.valueOf(to.getAuthority()).toLowerCase(Locale.ROOT);
      boolean isOurs =
          Set.of("https", "http").contains(scheme) && source.returnHosts().contains(host);
      return isOurs ? Optional.of(to) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
