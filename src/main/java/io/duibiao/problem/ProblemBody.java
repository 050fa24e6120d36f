package io.duibiao.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import io.duibiao.core.Language;
import io.duibiao.core.Text;

/** A problem as it is written, in the language of the caller. */
record ProblemBody(String type, String title, int status, String detail, String requestId, List<Line> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Line(Optional<String> pointer, Optional<Integer> line, Optional<Integer> column, String code, String message,
            Optional<String> value) {
    }

    static String json(Problem problem, Caller caller) {
        Language language = caller.language();
        ProblemBody body = new ProblemBody(
                "urn:duibiao:problem:" + problem.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                title(problem.status()).in(language), problem.status(), problem.detail().in(language), caller.requestId(),
                problem.faults().stream().map(fault -> line(fault, language)).toList());
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Line line(Problem.Fault fault, Language language) {
        return new Line(fault.pointer().map(Problem.Fault::visible), fault.line(), fault.column(), fault.code(),
                fault.message().in(language), fault.value().map(Problem.Fault::visible));
    }

    private static Text title(int status) {
        return switch (status) {
            case 400 -> new Text("请求格式有误", "Bad request");
            case 401 -> new Text("请先登录", "Sign in first");
            case 403 -> new Text("无权进行此操作", "Not allowed");
            case 404 -> new Text("未找到", "Not found");
            case 405 -> new Text("不支持此方法", "Method not allowed");
            case 406 -> new Text("不能按所要求的格式返回", "Not available in the form asked for");
            case 409 -> new Text("与其他操作冲突", "Conflict");
            case 412 -> new Text("内容已被他人修改", "Changed meanwhile");
            case 413 -> new Text("内容过大", "Too large");
            case 414 -> new Text("地址过长", "Address too long");
            case 415 -> new Text("不支持此内容类型", "Unsupported media type");
            case 422 -> new Text("内容不符合要求", "Content not acceptable");
            case 428 -> new Text("缺少前提条件", "Precondition required");
            case 429 -> new Text("请求过于频繁", "Too many requests");
            case 503 -> new Text("服务暂不可用", "Temporarily unavailable");
            case 507 -> new Text("存储空间不足", "Storage full");
            default -> status < 500 ? new Text("请求未能受理", "Request refused") : new Text("服务器内部错误", "Internal error");
        };
    }
}
