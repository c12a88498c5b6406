package dev.baton.connect.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.input.ApiProblem;
import dev.baton.input.BodyText;
import dev.baton.input.StrictJson;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where other systems send on their own. There is no login: each call says its source's secret, or
 * is signed with it. What is, is kept, and answered with success whatever becomes of it: a system
 * that heard otherwise would send the same again and again.
 */
@RestController
@Hidden
class HookController {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final Sources sources;
  private final PayloadIntake intake;

  HookController(Sources sources, PayloadIntake intake) {
    this.sources = sources;
    this.intake = intake;
  }

  /** What became of it. */
  record Received(long id, String state, int signals) {}

  record Success(boolean success) {}

  @PostMapping("/hooks/{name}")
  ResponseEntity<Received> receive(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    byte[] body = body(request);
    SignalSource source =
        sources
            .find(name)
            .filter(each -> SourceSignature.isGood(each, request, body))
            .orElseThrow(SourceSignature::refusal);
    PayloadIntake.Taken taken = intake.take(source, BodyText.of(request, body));
    return ResponseEntity.ok(new Received(taken.id(), taken.state().word(), taken.signals()));
  }

  /** How LinkedIn finds out whether an address is the one of its application. */
  record Challenge(String challengeCode, String challengeResponse) {}

  /** Answers LinkedIn's challenge; its codes are UUIDs, and nothing else is signed. */
  @GetMapping("/hooks/{name}")
  Challenge answer(@PathVariable String name, @RequestParam UUID challengeCode) {
    String code = challengeCode.toString();
    SignalSource source =
        sources
            .find(name)
            .filter(each -> each.kind() == SourceKind.LINKEDIN)
            .orElseThrow(SourceSignature::refusal);
    return new Challenge(code, SourceSignature.challengeResponse(source.secret(), code));
  }

  /** Segment's own protocol: one message, or with {@code batch} many of them. */
  @PostMapping({"/v1/track", "/v1/identify", "/v1/page", "/v1/batch"})
  Success segment(HttpServletRequest request) throws IOException {
    String path = request.getRequestURI();
    String call = path.substring(path.lastIndexOf('/') + 1);
    SignalSource source = byWriteKey(request.getHeader("Authorization"));
    String body = BodyText.of(request, body(request));
    intake.take(source, call.equals("batch") ? body : typed(body, call));
    return new Success(true);
  }

  private static String typed(String body, String call) {
    try {
      JsonNode message = StrictJson.read(body);
      return message instanceof ObjectNode object && !object.has("type")
          ? object.put("type", call).toString()
          : body;
    } catch (JsonProcessingException e) {
      // it waits as it came
      return body;
    }
  }

  private SignalSource byWriteKey(@Nullable String header) {
    String key = writeKey(header);
    return sources.all().stream()
        .filter(source -> source.kind() == SourceKind.SEGMENT)
        .filter(source -> SourceSignature.isSame(source.secret(), key))
        .findFirst()
        .orElseThrow(
            () ->
                new ApiProblem(
                    HttpStatus.UNAUTHORIZED, "No source of the kind segment has this write key"));
  }

  /** The user name of HTTP Basic, without a password. */
  private static @Nullable String writeKey(@Nullable String header) {
    if (header == null || !header.startsWith("Basic ")) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      return pair.endsWith(":") ? pair.substring(0, pair.length() - 1) : pair;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    InputStream sent = request.getInputStream();
    byte[] bytes = sent.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      // whoever is cut off while sending doesn't read why
      sent.skip(4L * MOST_BYTES);
      throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "More than 4 MiB; send it in parts");
    }
    return bytes;
  }
}
