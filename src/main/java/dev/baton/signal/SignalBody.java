package dev.baton.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.baton.input.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;

/** Body of a request with signals, read within the limits of its size. */
final class SignalBody {
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private SignalBody() {}

  /** One JSON value. */
  static JsonNode json(InputStream body) throws IOException {
    try {
      JsonNode root = JSON.readValue(text(body));
      if (root == null || root.isMissingNode()) {
        throw badRequest("The body is empty; send a signal");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw badRequest("The body is not JSON: " + e.getOriginalMessage());
    }
  }

  static List<ParsedSignal> array(JsonNode root, Function<JsonNode, ParsedSignal> parser) {
    return limited(StreamSupport.stream(root.spliterator(), false).map(parser).toList());
  }

  /** One JSON object a line; an unreadable one is wrong by itself. */
  static List<ParsedSignal> lines(InputStream body, Function<JsonNode, ParsedSignal> parser)
      throws IOException {
    return limited(
        text(body)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line(line, parser))
            .toList());
  }

  private static ParsedSignal line(String line, Function<JsonNode, ParsedSignal> parser) {
    try {
      return parser.apply(JSON.readValue(line));
    } catch (JsonProcessingException e) {
      return ParsedSignal.unreadable("Not JSON: " + e.getOriginalMessage());
    }
  }

  private static List<ParsedSignal> limited(List<ParsedSignal> rows) {
    if (rows.size() > MOST_ROWS) {
      throw tooLarge("%d rows; send at most %d at once".formatted(rows.size(), MOST_ROWS));
    }
    return rows;
  }

  private static String text(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge("More than 16 MiB; send it in parts");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static ApiProblem badRequest(String detail) {
    return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
  }

  private static ApiProblem tooLarge(String detail) {
    return new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, detail);
  }
}
