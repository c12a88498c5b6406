package dev.baton.input;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Text of a request's body, in the character set that it declares. */
public final class BodyText {
  private static final String MARK = "\uFEFF";

  private BodyText() {}

  /** The declared one, else UTF-8. */
  public static Charset charset(@Nullable MediaType type) {
    Charset declared = type == null ? null : type.getCharset();
    return declared == null ? StandardCharsets.UTF_8 : declared;
  }

  /** Without a byte order mark. Bytes that are no text in this character set are refused. */
  public static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
    String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
  }

  /**
   * Text of a body that was read as it came.
   *
   * @throws ApiProblem where the character set is unknown, or the bytes are no text in it
   */
  public static String of(HttpServletRequest request, byte[] body) {
    Charset charset = charset(type(request));
    try {
      return decode(body, charset);
    } catch (CharacterCodingException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, objection(charset));
    }
  }

  private static @Nullable MediaType type(HttpServletRequest request) {
    String type = request.getContentType();
    try {
      return type == null ? null : MediaType.parseMediaType(type);
    } catch (InvalidMediaTypeException e) {
      throw new ApiProblem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "This Content-Type can't be understood; say application/json");
    }
  }

  /** Why bytes can't be decoded, as a sentence. */
  public static String objection(Charset charset) {
    return "Not text in %s; say in Content-Type which character set it is in"
        .formatted(charset.name());
  }
}
