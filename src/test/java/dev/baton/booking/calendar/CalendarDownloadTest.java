package dev.baton.booking.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars are read from a real server. */
class CalendarDownloadTest {
  private HttpServer server;
  private String url;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/good", 200, "BEGIN:VCALENDAR");
    answer("/large", 200, "x".repeat(5_000_001));
    answer("/ill", 500, "");
    server.start();
    url = "http://localhost:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status, String text) {
    server.createContext(
        path,
        call -> {
          byte[] body = text.getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          call.getResponseBody().write(body);
          call.close();
        });
  }

  private static CalendarDownload download(boolean inside) {
    return new CalendarDownload(new PersonalCalendarSettings(inside));
  }

  @Test
  void a_calendar_is_read_whole_or_not_at_all() throws IOException {
    assertThat(download(true).read(url + "/good")).asString().isEqualTo("BEGIN:VCALENDAR");
    assertThatThrownBy(() -> download(true).read(url + "/large")).hasMessageContaining("5 MB");
    assertThatThrownBy(() -> download(true).read(url + "/ill")).hasMessage("it answered 500");
    server.stop(0);
    assertThatThrownBy(() -> download(true).read(url + "/good"))
        .hasMessage("it can't be reached (ConnectException)");
  }

  @Test
  void nobody_makes_us_call_this_network() {
    assertThatThrownBy(() -> download(false).read(url + "/good"))
        .hasMessage("it lies inside this network");
    assertThatThrownBy(() -> download(false).read(url.replace("localhost", "127.0.0.1") + "/good"))
        .hasMessage("it lies inside this network");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:%d/good",
        "https://127.0.0.1:%d/good",
        "http://[::ffff:127.0.0.1]:%d/good",
        "https://2130706433:%d/good",
        "http://127.1:%d/good"
      })
  void nobody_learns_who_listens_in_this_network(String form) {
    int open = server.getAddress().getPort();

    for (int port : List.of(open, 1)) {
      assertThatThrownBy(() -> download(false).read(form.formatted(port)))
          .hasMessage("it lies inside this network");
    }
  }
}
