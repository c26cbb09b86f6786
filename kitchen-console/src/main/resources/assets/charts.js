// Charts of the start page. Each is drawn from the table beside it: its first column names the
// groups, each column with a series gives the bars.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue("--" + name).trim();
    const palettes = {
        count: [colour("warm")],
        money: ["#8a7f76", colour("warm"), "#d79a6f"],
        late: ["#2b5c8a"],
    };
    const yuan = (value) => "¥" + value.toLocaleString("en", { maximumFractionDigits: 2 });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

    function series(table) {
        const heads = [...table.querySelectorAll("thead th")];
        const used = {};
        return heads.flatMap((head, column) => {
            const kind = head.dataset.series;
            if (!kind) {
                return [];
            }
            const nth = used[kind] || 0;
            used[kind] = nth + 1;
            const scale = kind === "money" ? 100 : 1;
            return [{
                type: "bar",
                name: head.textContent,
                color: palettes[kind][nth],
                barMaxWidth: 36,
                money: kind === "money",
                data: [...table.tBodies[0].rows].map((row) => {
                    const value = row.cells[column].dataset.value;
                    return value === "" ? null : Number(value) / scale;
                }),
            }];
        });
    }

    function draw(figure) {
        const drawing = figure.querySelector(".drawing");
        const table = figure.querySelector("table");
        if (!drawing || !table) {
            return;
        }
        const bars = series(table);
        const isMoney = bars.some((bar) => bar.money);
        const font = { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 14, color: colour("soft") };
        const groups = [...table.tBodies[0].rows].map((row) => row.cells[0].dataset.label || row.cells[0].textContent);
        const chart = echarts.init(drawing, null, { renderer: "canvas" });
        chart.setOption({
            animation: !still,
            textStyle: font,
            grid: { left: 8, right: 16, top: bars.length > 1 ? 44 : 20, bottom: 8, containLabel: true },
            legend: { show: bars.length > 1, top: 4, textStyle: font },
            // Rich text is drawn; a tooltip of HTML would need inline styles.
            tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" }, valueFormatter: (value) => value == null ? "—" : isMoney ? yuan(value) : String(value) },
            xAxis: { type: "category", data: groups, axisLabel: font, axisTick: { show: false } },
            yAxis: { type: "value", minInterval: isMoney ? 0 : 1, axisLabel: { ...font, formatter: isMoney ? yuan : "{value}" } },
            series: bars,
        });
        new ResizeObserver(() => chart.resize()).observe(drawing);
    }

    document.querySelectorAll("[data-chart]").forEach(draw);
});
