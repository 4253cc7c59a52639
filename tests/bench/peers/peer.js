// node peer.js CATALOG PROFILE...: what a script on js-yaml does to check answers; see peers/run. A line a profile.
const fs = require("fs");
const yaml = require("js-yaml");

const MARKS = "○△×－";
const NEEDS_REMARK = "△×－";

const load = (path) => yaml.load(fs.readFileSync(path, "utf8"));

function addItems(sections, numbers) {
    for (const section of Object.values(sections)) {
        for (const key of Object.keys(section)) if (key !== "title" && key !== "sections") numbers.add(key);
        addItems(section.sections || {}, numbers);
    }
    return numbers;
}

function check(numbers, profile) {
    const found = { "unknown-number": 0, "unknown-mark": 0, "missing-remark": 0, unanswered: 0 };
    const answered = new Set();
    for (const [number, answer] of Object.entries(profile.answers || {})) {
        if (!numbers.has(number)) {
            found["unknown-number"]++;
            continue;
        }
        if (answer === null) continue;
        const long = typeof answer === "object";
        const mark = long ? String(answer.status || "") : String(answer).slice(0, 1);
        const remark = long ? String(answer.remark || "") : String(answer).slice(1).trim();
        answered.add(number);
        if (!mark || !MARKS.includes(mark)) found["unknown-mark"]++;
        else if (NEEDS_REMARK.includes(mark) && !remark) found["missing-remark"]++;
    }
    found.unanswered = numbers.size - answered.size;
    return found;
}

const numbers = addItems(load(process.argv[2]).sections, new Set());
for (const path of process.argv.slice(3))
    console.log([path, ...Object.entries(check(numbers, load(path))).map(([rule, count]) => `${rule} ${count}`)].join(" "));
