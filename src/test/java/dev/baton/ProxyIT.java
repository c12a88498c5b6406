package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The examples of reverse proxies in {@code ops}, each by the real proxy over TLS, with one of its
 * two nodes away: only names, ports and paths are changed.
 */
@OnH2
@Tag("nightly")
class ProxyIT {
  private static final Path EXAMPLES = Path.of("ops").toAbsolutePath();
  private static final String LIE = "203.0.113.77";

  @TempDir Path folder;
  @LocalServerPort int node;
  private final CookieManager cookies = new CookieManager();
  private HttpClient browser;
  private Process proxy;
  private int secure;
  private int plain;
  private int away;

  @BeforeEach
  void certify() throws Exception {
    Machine.needs("openssl");
    Machine.run(
        folder,
        Map.of(),
        ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
                + " -subj /CN=localhost -addext subjectAltName=DNS:localhost"
                + " -keyout key.pem -out fullchain.pem")
            .split(" "));
    browser = browser(cookies);
    secure = freePort();
    plain = freePort();
    away = freePort();
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (proxy != null) {
      proxy.destroy();
      proxy.waitFor();
    }
  }

  @Test
  void nginx_leads_people_and_machines_to_the_node_that_is_there() throws Exception {
    Machine.needs("nginx");
    String example =
        Files.readString(EXAMPLES.resolve("nginx.conf"))
            .replace("listen 80;", "listen %d;".formatted(plain))
            .replace("listen 443 ssl", "listen %d ssl".formatted(secure))
            .replace("/etc/ssl/baton", folder.toString())
            .replace("/var/log/nginx/baton.log", folder.resolve("access.log").toString())
            .replace("127.0.0.1:8080", "127.0.0.1:" + node)
            .replace("127.0.0.1:8081", "127.0.0.1:" + away);
    Path whole =
        Files.writeString(
            folder.resolve("nginx.conf"),
            """
            user root;
            daemon off;
            pid %1$s/nginx.pid;
            error_log %1$s/error.log;
            events {}
            http {
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxied;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              %2$s
            }
            """
                .formatted(folder, example));
    start("nginx", "-c", whole.toString(), "-e", folder.resolve("error.log").toString());

    leads();
    HttpResponse<String> moved =
        browser.send(
            HttpRequest.newBuilder(URI.create("http://localhost:%d/leads".formatted(plain)))
                .build(),
            BodyHandlers.ofString());
    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location")).contains("https://localhost/leads");
    get("/answer/a-secret-of-a-mail");
    String log = Files.readString(folder.resolve("access.log"));
    assertThat(log).contains("/login").doesNotContain("a-secret-of-a-mail");
  }

  @Test
  void caddy_leads_people_and_machines_to_the_node_that_is_there() throws Exception {
    Machine.needs("caddy");
    String example =
        Files.readString(EXAMPLES.resolve("Caddyfile"))
            .replace(
                "baton.example {",
                """
                {
                	admin off
                	auto_https disable_redirects
                	skip_install_trust
                }
                https://localhost:%1$d {
                	tls %2$s/fullchain.pem %2$s/key.pem
                """
                    .formatted(secure, folder))
            .replace("127.0.0.1:8080", "127.0.0.1:" + node)
            .replace("127.0.0.1:8081", "127.0.0.1:" + away);
    Path whole = Files.writeString(folder.resolve("Caddyfile"), example);
    start("caddy", "run", "--adapter", "caddyfile", "--config", whole.toString());

    leads();
  }

  private void leads() throws Exception {
    await()
        .atMost(Duration.ofSeconds(30))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> get("/actuator/health/ready").statusCode() == 200);
    metricsAndDetailsStayInside();
    aPersonLogsInAndStaysOnTheirNode();
    aCallerIsWhomTheProxySaw();
    aBatchOfManySignalsComesThrough();
    // by now a proxy may try again whether the other node is back, but not with somebody's batch
    await().pollDelay(Duration.ofSeconds(6)).until(() -> true);
    aBatchOfManySignalsComesThrough();
  }

  private void metricsAndDetailsStayInside() throws Exception {
    for (String path : List.of("prometheus", "health", "health/live", "env", "")) {
      assertThat(get("/actuator/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  private void aPersonLogsInAndStaysOnTheirNode() throws Exception {
    HttpResponse<String> page = get("/login");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().allValues("Strict-Transport-Security")).hasSize(1);
    assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("JSESSIONID=")
        .contains("Secure", "HttpOnly");
    assertThat(cookies.getCookieStore().getCookies())
        .extracting(HttpCookie::getName)
        .containsExactlyInAnyOrder("baton_node", "JSESSIONID");
    Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    HttpResponse<String> entered =
        browser.send(
            request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "username=mona&password=%s&_csrf=%s"
                            .formatted(
                                URLEncoder.encode(TestStaff.PASSWORD, StandardCharsets.UTF_8),
                                URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))))
                .build(),
            BodyHandlers.ofString());
    assertThat(entered.statusCode()).isEqualTo(302);
    assertThat(entered.headers().firstValue("Location").orElseThrow())
        .doesNotContain("http:", String.valueOf(node), "error");
    for (int i = 0; i < 10; i++) {
      assertThat(get("/leads").statusCode()).isEqualTo(200);
    }
  }

  private void aCallerIsWhomTheProxySaw() throws Exception {
    HttpRequest lie =
        request("/api/leads")
            .header("X-Forwarded-For", LIE)
            .header("Authorization", "Basic cml0YTp3cm9uZy13cm9uZw==")
            .build();
    assertThat(browser(new CookieManager()).send(lie, BodyHandlers.ofString()).statusCode())
        .isEqualTo(401);
    JsonNode audit =
        HttpCaller.at(node)
            .as("admin")
            .await("/api/audit?what=login_failed", a -> !a.at("/items").isEmpty());
    assertThat(audit.at("/items").findValuesAsText("from"))
        .isNotEmpty()
        .allSatisfy(from -> assertThat(from).isNotEqualTo(LIE));
    assertThat(audit.at("/items/0/from").asText()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1", "::1");
  }

  private void aBatchOfManySignalsComesThrough() throws Exception {
    String words = "w".repeat(2_000);
    String rows =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    HttpCaller.json(
                        Map.of(
                            "id", UUID.randomUUID(),
                            "type", "page_view",
                            "properties", Map.of("note", words),
                            "lead", Map.of("email", "batch%d@proxied.example".formatted(i % 5)))))
            .collect(Collectors.joining("\n"));
    HttpCaller marc = HttpCaller.at(node).as("marc");
    HttpResponse<String> taken =
        browser(new CookieManager())
            .send(
                request("/api/signals")
                    .header("Content-Type", HttpCaller.LINES)
                    .header("Authorization", marc.authorization())
                    .POST(BodyPublishers.ofString(rows))
                    .build(),
                BodyHandlers.ofString());
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
    assertThat(taken.body()).contains("\"accepted\":1000");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://localhost:%d%s".formatted(secure, path)))
        .timeout(Duration.ofMinutes(1));
  }

  private void start(String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_DATA_HOME", folder.toString());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    proxy =
        builder
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("proxy.log").toFile())
            .start();
  }

  /** With its cookies, and trust in nothing but the certificate of this test. */
  private HttpClient browser(CookieManager cookies) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream certificate = Files.newInputStream(folder.resolve("fullchain.pem"))) {
      trusted.setCertificateEntry(
          "proxy", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(tls).cookieHandler(cookies).build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
