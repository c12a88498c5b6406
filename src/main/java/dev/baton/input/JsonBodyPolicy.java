package dev.baton.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Policy of every JSON body that a controller reads: text in its character set, each key once, and
 * nothing in it that couldn't be kept as it was sent. (Signals have more to lose than one answer;
 * they are read row by row.)
 */
@RestControllerAdvice
class JsonBodyPolicy extends RequestBodyAdviceAdapter {
  private static final int LONGEST = 2 * 1024 * 1024;

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return AbstractJackson2HttpMessageConverter.class.isAssignableFrom(converter);
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    String text = text(message);
    List<FieldError> errors = StrictJson.objections(json(text));
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return inUtf8(message, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(HttpInputMessage message) throws IOException {
    byte[] bytes = message.getBody().readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "More than 2 MiB");
    }
    Charset charset = BodyText.charset(message.getHeaders().getContentType());
    try {
      return BodyText.decode(bytes, charset);
    } catch (CharacterCodingException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, BodyText.objection(charset));
    }
  }

  private static JsonNode json(String text) {
    try {
      JsonNode root = StrictJson.read(text);
      if (root.isMissingNode()) {
        throw new ApiProblem(HttpStatus.BAD_REQUEST, "The body is empty");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new ApiProblem(HttpStatus.BAD_REQUEST, StrictJson.objection(e));
    }
  }

  private static HttpInputMessage inUtf8(HttpInputMessage message, byte[] body) {
    HttpHeaders headers = new HttpHeaders(message.getHeaders());
    headers.setContentType(MediaType.APPLICATION_JSON);
    return new HttpInputMessage() {
      @Override
      public InputStream getBody() {
        return new ByteArrayInputStream(body);
      }

      @Override
      public HttpHeaders getHeaders() {
        return headers;
      }
    };
  }
}
