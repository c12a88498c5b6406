package dev.baton.web.mcp;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Servlet in front of the protocol's own: a question has an end. */
final class McpServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** Bytes of a message; the longest question of the tools is far below. */
  static final int MOST = 64 * 1024;

  /** As JSON writes it nowhere else: within a text its quotes are escaped. */
  private static final String FAULT = "\"code\":-32603";

  private final transient HttpServlet protocol;

  McpServlet(HttpServlet protocol) {
    this.protocol = protocol;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    byte[] body = request.getInputStream().readNBytes(MOST + 1);
    if (body.length > MOST) {
      response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
      return;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    Optional<McpMessage> message = McpMessage.read(text);
    Optional<String> refusal = message.flatMap(McpMessage::refusal);
    if (refusal.isPresent() && request.getMethod().equals("POST")) {
      write(response, refusal.get());
      return;
    }
    answer(new Read(request, text), message, response);
  }

  /** What its library can't read it answers with a fault of its own, and names of classes. */
  private void answer(Read request, Optional<McpMessage> message, HttpServletResponse response)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    protocol.service(request, answer);
    if (message.isPresent() && isFault(answer)) {
      answer.resetBuffer();
      write(answer, message.get().unreadable());
    }
    answer.copyBodyToResponse();
  }

  private static boolean isFault(ContentCachingResponseWrapper answer) {
    return answer.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()
        || new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8).contains(FAULT);
  }

  private static void write(HttpServletResponse response, String refusal) throws IOException {
    response.setStatus(HttpStatus.OK.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(refusal.getBytes(StandardCharsets.UTF_8));
  }

  /** A request whose body was read. */
  private static final class Read extends HttpServletRequestWrapper {
    private final String body;

    Read(HttpServletRequest request, String body) {
      super(request);
      this.body = body;
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new StringReader(body));
    }
  }
}
