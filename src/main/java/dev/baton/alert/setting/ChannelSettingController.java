package dev.baton.alert.setting;

import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Controller of {@code /api/channels/{channel}}: how mail and Slack are reached. */
@RestController
@RequestMapping("/api/channels/{channel}")
class ChannelSettingController {
  private final ChannelSettingCommands commands;

  ChannelSettingController(ChannelSettingCommands commands) {
    this.commands = commands;
  }

  @Operation(summary = "How a channel is reached, without its secrets")
  @GetMapping
  ChannelSettingCommands.View setting(@PathVariable String channel) {
    return commands.view(channel);
  }

  @Operation(
      summary = "Say how a channel is reached; it is in force at once",
      description =
          "email: host, port, security (starttls, tls or none), username, password, from. slack:"
              + " token, appToken or signingSecret, fallbackChannel. The server is asked first;"
              + " what is not sent stays. 409 where the environment says it")
  @PutMapping
  ChannelSettingCommands.View enter(
      @PathVariable String channel, @RequestBody Map<String, Object> fields, Principal by) {
    return commands.enter(channel, fields, by.getName());
  }

  @Operation(summary = "Forget how a channel is reached; nothing goes out over it any more")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@PathVariable String channel, Principal by) {
    commands.forget(channel, by.getName());
  }
}
