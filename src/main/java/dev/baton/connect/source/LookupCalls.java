package dev.baton.connect.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.connect.connection.OutboundCalls;
import dev.baton.input.StrictJson;
import java.util.Optional;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Calls that look something up, with the time-outs of all outbound calls. */
record LookupCalls(String server, OutboundCalls calls) {
  private static final int GONE = 404;

  LookupCalls(@Nullable String set, String usual, OutboundCalls calls) {
    this((set == null || set.isBlank() ? usual : set).strip().replaceAll("/+$", ""), calls);
  }

  Request.Builder request(String path, @Nullable String token) {
    return new Request.Builder()
        .url(server + path)
        .header("Authorization", "Bearer " + (token == null ? "" : token.strip()));
  }

  /** Empty where it is gone. */
  Optional<JsonNode> get(Request request, String what) {
    OutboundCalls.Reply reply = calls.call(request);
    if (reply.status() == GONE) {
      return Optional.empty();
    }
    if (reply.status() / 100 != 2) {
      throw new LookupFailed(
          reply.status() == 0
              ? "The %s could not be looked up: nobody answers".formatted(what)
              : "The %s could not be looked up: the answer was %d".formatted(what, reply.status()));
    }
    try {
      return Optional.of(StrictJson.read(reply.body())).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      throw new LookupFailed("The %s could not be looked up: no JSON came".formatted(what));
    }
  }
}
