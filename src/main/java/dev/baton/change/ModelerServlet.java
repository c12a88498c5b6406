package dev.baton.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.engine.deploy.ModelDeployments;
import dev.baton.input.ApiProblem;
import dev.baton.input.InvalidInput;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * {@code /changes/engine-rest/…}: what Camunda Modeler takes for an engine, where its deployments
 * are proposals. Answers and refuses in the engine's shapes, which Modeler reads.
 */
final class ModelerServlet extends HttpServlet {
  private static final long LARGEST = 16L * 1024 * 1024;

  private final transient ChangeCommands commands;
  private final transient ModelDeployments deployments;
  private final transient ObjectMapper json;
  private final transient Clock clock;

  private ModelerServlet(
      ChangeCommands commands, ModelDeployments deployments, ObjectMapper json, Clock clock) {
    this.commands = commands;
    this.deployments = deployments;
    this.json = json;
    this.clock = clock;
  }

  /** A servlet of its own, since no other call takes forms with files. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {
    @Bean
    ServletRegistrationBean<ModelerServlet> modelerServlet(
        ChangeCommands commands, ModelDeployments deployments, ObjectMapper json, Clock clock) {
      ServletRegistrationBean<ModelerServlet> servlet =
          new ServletRegistrationBean<>(
              new ModelerServlet(commands, deployments, json, clock), "/changes/engine-rest/*");
      servlet.setMultipartConfig(new MultipartConfigElement("", LARGEST, LARGEST, (int) LARGEST));
      return servlet;
    }
  }

  /** What Modeler asks before it deploys: whether somebody is there, and which engine. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (String.valueOf(request.getPathInfo())) {
      case "/version" ->
          write(response, HttpStatus.OK, Map.of("version", deployments.engineVersion()));
      case "/deployment" -> write(response, HttpStatus.OK, List.of());
      default -> refuse(response, HttpStatus.NOT_FOUND, "Only deployments are taken here");
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!"/deployment/create".equals(request.getPathInfo())) {
      refuse(response, HttpStatus.NOT_FOUND, "Only deployments are taken here");
      return;
    }
    try {
      Map<String, Object> change = read(request);
      long id = commands.propose(change, request.getUserPrincipal().getName());
      write(response, HttpStatus.OK, proposed(id, change.get("title")));
    } catch (InvalidInput invalid) {
      refuse(
          response,
          HttpStatus.BAD_REQUEST,
          invalid.errors().stream()
              .map(error -> error.field() + ": " + error.message())
              .collect(Collectors.joining("; ")));
    } catch (ApiProblem problem) {
      refuse(response, problem.getStatusCode(), String.valueOf(problem.getMessage()));
    } catch (ServletException | IllegalStateException broken) {
      refuse(
          response, HttpStatus.BAD_REQUEST, "The deployment is no form with files, or too large");
    }
  }

  private static Map<String, Object> read(HttpServletRequest request)
      throws IOException, ServletException {
    List<Map<String, Object>> files = new ArrayList<>();
    Map<String, Object> change = new LinkedHashMap<>();
    for (Part part : request.getParts()) {
      String name = part.getSubmittedFileName();
      String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (name != null) {
        files.add(Map.of("name", name, "content", text));
      } else if (part.getName().equals("deployment-name")) {
        change.put("title", text);
      }
    }
    change.put("why", "Sent from Camunda Modeler");
    change.put("files", files);
    return change;
  }

  private Map<String, @Nullable Object> proposed(long id, @Nullable Object title) {
    Map<String, @Nullable Object> deployment = new LinkedHashMap<>();
    deployment.put("links", List.of());
    deployment.put("id", "change-" + id);
    deployment.put("name", "Proposed as change %d: %s".formatted(id, title));
    deployment.put("source", "change");
    deployment.put("deploymentTime", clock.instant().toString());
    deployment.put("tenantId", null);
    deployment.put("deployedProcessDefinitions", null);
    deployment.put("deployedCaseDefinitions", null);
    deployment.put("deployedDecisionDefinitions", null);
    deployment.put("deployedDecisionRequirementsDefinitions", null);
    return deployment;
  }

  private void refuse(HttpServletResponse response, HttpStatus status, String message)
      throws IOException {
    write(response, status, Map.of("type", "ChangeRefused", "message", message));
  }

  private void write(HttpServletResponse response, HttpStatus status, Object body)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    json.writeValue(response.getOutputStream(), body);
  }
}
