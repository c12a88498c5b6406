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
import org.springframework.http.HttpStatus;

/** Servlet in front of the protocol's own: a question has an end. */
final class McpServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** Bytes of a message; the longest question of the tools is far below. */
  static final int MOST = 64 * 1024;

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
    protocol.service(new Read(request, new String(body, StandardCharsets.UTF_8)), response);
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
