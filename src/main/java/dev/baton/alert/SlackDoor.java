package dev.baton.alert;

import com.google.gson.JsonParseException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Slack posts clicks, forms and commands. It has no login: what isn't signed with our secret
 * is refused. What is, is stored and acknowledged at once, whatever the engine does.
 */
@RestController
@Hidden
class SlackDoor {
  /** Slack sends a few kilobytes, the message that was clicked included. */
  private static final int LONGEST = 512 * 1024;

  private final SlackDesk desk;

  SlackDoor(SlackDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/slack/interactions")
  ResponseEntity<?> interactions(HttpServletRequest request) throws IOException {
    return take(request, SlackPayloads::interaction);
  }

  @PostMapping("/slack/commands")
  ResponseEntity<?> commands(HttpServletRequest request) throws IOException {
    return take(request, SlackPayloads::command);
  }

  private ResponseEntity<?> take(
      HttpServletRequest request, Function<String, Optional<SlackAction>> reader)
      throws IOException {
    if (!desk.isOpen()) {
      return refuse(HttpStatus.NOT_FOUND, "Nobody answers in Slack here");
    }
    // read before anybody asks for a parameter: the signature is over these bytes
    byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      return refuse(HttpStatus.PAYLOAD_TOO_LARGE, "This is longer than anything Slack sends");
    }
    String body = new String(bytes, StandardCharsets.UTF_8);
    String signature = request.getHeader("X-Slack-Signature");
    if (!desk.isSlack(request.getHeader("X-Slack-Request-Timestamp"), signature, body)) {
      return refuse(HttpStatus.UNAUTHORIZED, "This is not signed by Slack, or not lately");
    }
    Optional<SlackAction> action;
    try {
      action = reader.apply(body);
    } catch (JsonParseException | NumberFormatException e) {
      return refuse(HttpStatus.BAD_REQUEST, "This is not what Slack sends");
    }
    return desk.take(signature, action)
        ? ResponseEntity.ok().build()
        : refuse(HttpStatus.UNAUTHORIZED, "This was sent before");
  }

  private static ResponseEntity<ProblemDetail> refuse(HttpStatus status, String why) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, why));
  }
}
