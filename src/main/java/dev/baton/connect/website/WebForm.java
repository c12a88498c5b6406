package dev.baton.connect.website;

import dev.baton.input.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Fields of a form as a browser posts it, which is in the character set of the page around it and
 * says so nowhere: UTF-8 where all of it can be, else Windows-1252, as browsers read ISO-8859-1.
 */
final class WebForm {
  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final Charset OLD_PAGES = Charset.forName("windows-1252");

  private WebForm() {}

  /** Those of the address, too. */
  static MultiValueMap<String, String> read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "More than 2 MiB");
    }
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    return read(query + "&" + new String(body, StandardCharsets.ISO_8859_1));
  }

  static MultiValueMap<String, String> read(String form) {
    Charset charset = isUtf8(bytes(form)) ? StandardCharsets.UTF_8 : OLD_PAGES;
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
    for (String pair : form.split("&", -1)) {
      int sign = pair.indexOf('=');
      String name = new String(bytes(sign < 0 ? pair : pair.substring(0, sign)), charset);
      // one that is no text is no field of ours, and costs nobody the form
      if (!name.isEmpty() && name.chars().noneMatch(Character::isISOControl)) {
        fields.add(name, sign < 0 ? "" : new String(bytes(pair.substring(sign + 1)), charset));
      }
    }
    return fields;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** A sign that begins no escape stands for itself, as in browsers. */
  private static byte[] bytes(String escaped) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char sign = escaped.charAt(i);
      int high = sign == '%' && i + 2 < escaped.length() ? hex(escaped.charAt(i + 1)) : -1;
      int low = high < 0 ? -1 : hex(escaped.charAt(i + 2));
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(sign == '+' ? ' ' : sign);
      }
    }
    return bytes.toByteArray();
  }

  private static int hex(char sign) {
    return sign < 128 ? Character.digit(sign, 16) : -1;
  }
}
