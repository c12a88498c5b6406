package dev.baton.alert.slack;

import dev.baton.input.ApiProblem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Slack posts clicks, forms and commands. It has no login: what isn't signed with our secret
 * is refused. What is, is stored and acknowledged at once, whatever the engine does.
 */
@RestController
@Hidden
class SlackController {
  /** Slack sends a few kilobytes, the message that was clicked included. */
  private static final int LONGEST = 512 * 1024;

  private final SlackInbox inbox;

  SlackController(SlackInbox inbox) {
    this.inbox = inbox;
  }

  @PostMapping("/slack/interactions")
  ResponseEntity<Void> interactions(HttpServletRequest request) throws IOException {
    return take(request, SlackPayloadParser::interaction);
  }

  @PostMapping("/slack/commands")
  ResponseEntity<Void> commands(HttpServletRequest request) throws IOException {
    return take(request, SlackPayloadParser::command);
  }

  private ResponseEntity<Void> take(
      HttpServletRequest request, Function<String, Optional<SlackAction>> reader)
      throws IOException {
    if (!inbox.isOpen()) {
      throw new ApiProblem(HttpStatus.NOT_FOUND, "Nobody answers in Slack here");
    }
    // read before anybody asks for a parameter: the signature is over these bytes
    byte[] bytes = request.getInputStream().readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new ApiProblem(
          HttpStatus.PAYLOAD_TOO_LARGE, "This is longer than anything Slack sends");
    }
    String body = new String(bytes, StandardCharsets.UTF_8);
    String signature = request.getHeader("X-Slack-Signature");
    if (!inbox.isSlack(request.getHeader("X-Slack-Request-Timestamp"), signature, body)) {
      throw new ApiProblem(HttpStatus.UNAUTHORIZED, "This is not signed by Slack, or not lately");
    }
    if (!take(signature, read(body, reader))) {
      throw new ApiProblem(HttpStatus.UNAUTHORIZED, "This was sent before");
    }
    return ResponseEntity.ok().build();
  }

  /** However broken it is: Slack's own reader fails in as many ways as there are to break it. */
  private static Optional<SlackAction> read(
      String body, Function<String, Optional<SlackAction>> reader) {
    Optional<SlackAction> action;
    try {
      action = reader.apply(body);
    } catch (RuntimeException e) {
      throw notFromSlack();
    }
    if (action.filter(SlackAction::isText).isPresent() || action.isEmpty()) {
      return action;
    }
    throw notFromSlack();
  }

  private boolean take(String signature, Optional<SlackAction> action) {
    try {
      return inbox.take(signature, action);
    } catch (DataIntegrityViolationException e) {
      // an id that is longer than Slack's, or none
      throw notFromSlack();
    }
  }

  private static ApiProblem notFromSlack() {
    return new ApiProblem(HttpStatus.BAD_REQUEST, "This is not what Slack sends");
  }
}
