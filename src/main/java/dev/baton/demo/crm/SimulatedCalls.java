package dev.baton.demo.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of one simulated CRM. */
interface SimulatedCalls {

  /**
   * One answer.
   *
   * @param body null: none
   */
  record Reply(int status, @Nullable JsonNode body) {}

  /** People who work there too, by e-mail address. */
  void hire(List<String> emails);

  /** What a call that is no fault's does and answers. */
  Reply done(String method, URI uri, String body) throws IOException;

  /** Whether a call lacks something. */
  default Optional<Reply> refuse(Headers headers) {
    return Optional.empty();
  }

  /** How it says that something is wrong. */
  JsonNode problem(String code);

  default Reply error(int status, String code) {
    return new Reply(status, problem(code));
  }
}
