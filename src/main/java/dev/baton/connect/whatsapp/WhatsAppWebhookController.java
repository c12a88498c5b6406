package dev.baton.connect.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.source.SourceSignature;
import dev.baton.input.ApiProblem;
import dev.baton.input.StrictJson;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where WhatsApp tells what became of messages and what leads wrote back. There is no login: each
 * call is signed with the application's secret. Who gets no success from us sends it again.
 */
@RestController
@Hidden
@RequestMapping("/whatsapp/webhook")
class WhatsAppWebhookController {
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private final WhatsAppSettings settings;
  private final WhatsAppInbox inbox;

  WhatsAppWebhookController(WhatsAppSettings settings, WhatsAppInbox inbox) {
    this.settings = settings;
    this.inbox = inbox;
  }

  /** Answers Meta's challenge, which asks whether the address is the application's. */
  @GetMapping
  ResponseEntity<String> challenge(
      @RequestParam(name = "hub.verify_token", required = false) @Nullable String token,
      @RequestParam(name = "hub.challenge", required = false) @Nullable String challenge) {
    refuseUnset();
    if (!SourceSignature.isSame(settings.verifies(), token)
        || challenge == null
        || !challenge.matches("\\w{1,100}")) {
      throw refusal();
    }
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(challenge);
  }

  @PostMapping
  ResponseEntity<Void> receive(HttpServletRequest request) throws IOException {
    refuseUnset();
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "More than 4 MiB");
    }
    String signature = "sha256=" + SourceSignature.sha256(settings.secret(), body);
    if (!SourceSignature.isSame(signature, request.getHeader("X-Hub-Signature-256"))) {
      throw refusal();
    }
    inbox.take(read(body));
    return ResponseEntity.ok().build();
  }

  private static JsonNode read(byte[] body) {
    try {
      return StrictJson.read(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, "This is not JSON");
    }
  }

  private void refuseUnset() {
    if (!settings.isHeard()) {
      throw ApiProblem.notFound("WhatsApp is not set up to send here");
    }
  }

  private static ApiProblem refusal() {
    return new ApiProblem(HttpStatus.UNAUTHORIZED, "The application of WhatsApp didn't send this");
  }
}
