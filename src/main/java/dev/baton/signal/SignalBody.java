package dev.baton.signal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.input.ApiProblem;
import dev.baton.input.BodyText;
import dev.baton.input.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Body of a request with signals, read within the limits of its size. */
final class SignalBody {
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_BYTES = 16 * 1024 * 1024;

  private SignalBody() {}

  /** One JSON value. */
  static JsonNode json(HttpServletRequest request) throws IOException {
    Charset charset = charset(request);
    try {
      JsonNode root = StrictJson.read(BodyText.decode(bytes(request), charset));
      if (root.isMissingNode()) {
        throw badRequest("The body is empty; send a signal");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw badRequest(StrictJson.objection(e));
    } catch (CharacterCodingException e) {
      throw badRequest(BodyText.objection(charset));
    }
  }

  static List<ParsedSignal> array(JsonNode root, Function<JsonNode, ParsedSignal> parser) {
    return limited(StreamSupport.stream(root.spliterator(), false).map(parser).toList());
  }

  /** One JSON object a line; an unreadable one is wrong by itself. */
  static List<ParsedSignal> lines(
      HttpServletRequest request, Function<JsonNode, ParsedSignal> parser) throws IOException {
    Charset charset = charset(request);
    if (!charset.canEncode() || "\n".getBytes(charset).length > 1) {
      throw new ApiProblem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Lines in %s can't be told apart; send them in UTF-8".formatted(charset.name()));
    }
    // Byte by byte, so that a line that is no text takes none of its neighbours with it.
    return limited(
        new String(bytes(request), StandardCharsets.ISO_8859_1)
            .lines()
            .map(line -> line(line.getBytes(StandardCharsets.ISO_8859_1), charset, parser))
            .flatMap(Optional::stream)
            .toList());
  }

  /** Empty when the line is. */
  private static Optional<ParsedSignal> line(
      byte[] bytes, Charset charset, Function<JsonNode, ParsedSignal> parser) {
    try {
      return Optional.of(StrictJson.read(BodyText.decode(bytes, charset)))
          .filter(row -> !row.isMissingNode())
          .map(parser);
    } catch (JsonProcessingException e) {
      return Optional.of(ParsedSignal.unreadable(StrictJson.objection(e)));
    } catch (CharacterCodingException e) {
      return Optional.of(ParsedSignal.unreadable(BodyText.objection(charset)));
    }
  }

  private static List<ParsedSignal> limited(List<ParsedSignal> rows) {
    if (rows.size() > MOST_ROWS) {
      throw tooLarge("%d rows; send at most %d at once".formatted(rows.size(), MOST_ROWS));
    }
    return rows;
  }

  private static Charset charset(HttpServletRequest request) {
    return BodyText.charset(MediaType.parseMediaType(request.getContentType()));
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge("More than 16 MiB; send it in parts");
    }
    return bytes;
  }

  private static ApiProblem badRequest(String detail) {
    return new ApiProblem(HttpStatus.BAD_REQUEST, detail);
  }

  private static ApiProblem tooLarge(String detail) {
    return new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, detail);
  }
}
