// What an editor offers and says in a profile, with the schema that new has put beside it.
//
//     node schema.js SERVER DIRECTORY
//
// The directory holds .checksheet/METI@....schema.json and MIC@....schema.json in English. A | in a text is the cursor.
'use strict';

const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { Server } = require('./server.js');

const [program, directory] = process.argv.slice(2);
const server = new Server(program);
let count = 0;

// The schema's file carries the edition in its name.
const schemas = {};
for (const file of fs.readdirSync(path.join(directory, '.checksheet')))
    schemas[file.replace(/(@.*)?\.schema\.json$/, '')] = file;

// Opens a text as a file of its own; where its cursor is, and what is wrong in it.
async function open(text, catalog) {
    const before = text.slice(0, text.indexOf('|')).split('\n');
    const clean = `# yaml-language-server: $schema=.checksheet/${schemas[catalog]}\n${text.replace('|', '')}`;
    const file = path.join(directory, `${catalog}-${++count}.yaml`);
    fs.writeFileSync(file, clean);
    const found = await server.open(file, clean);
    return { found, place: [file, before.length, before[before.length - 1].length] };
}

const header = id => `checksheet: profile/1\nvendor: V\ncatalog: ${id}\nanswers:\n`;

async function offered(text, catalog = 'METI') {
    return server.complete(...(await open(text, catalog)).place);
}

async function hover(text, catalog = 'METI') {
    return server.hover(...(await open(text, catalog)).place);
}

async function wrong(text, catalog = 'METI') {
    return (await open(`${text}|`, catalog)).found.map(({ range, message }) => `${range.start.line}: ${message}`);
}

const labels = items => items.map(item => item.label);
const words = item => item.documentation.value || item.documentation;

async function offersOpenQuestions() {
    const items = await offered(`${header('METI')}  2-1-1: ○ a\n  |`);
    assert.strictEqual(items.length, 70, 'of 71 questions one is answered');
    assert(!labels(items).includes('2-1-1'));
    const item = items.find(({ label }) => label === '2-1-2');
    assert.match(words(item), /security officer/, 'a question is offered with its text');
    assert.strictEqual(item.insertText, '2-1-2: ');
}

async function offersMarks() {
    const marks = await offered(`${header('METI')}  2-1-1: |`);
    assert.deepStrictEqual(labels(marks), ['○', '△', '×', '－', 'plan', 'nda', 'told']);
    assert(words(marks[0]).length > 0, 'a mark says what it means');
    assert.deepStrictEqual(labels(await offered(`${header('METI')}  2-1-1:\n    status: |`)), labels(marks));
}

async function offersValues() {
    assert.strictEqual(labels(await offered(`${header('MIC')}  46.1: |`, 'MIC'))[0], '99.9%');
    assert.strictEqual(labels(await offered(`${header('MIC')}  8: |`, 'MIC'))[0], '7名');
    assert.deepStrictEqual(labels(await offered(`${header('MIC')}  49: |`, 'MIC')).slice(0, 2), ['"Yes"', '"No"']);
}

async function offersKeys() {
    const inside = await offered(`${header('METI')}  2-1-1:\n    |`);
    assert.deepStrictEqual(labels(inside).slice(0, 4), ['status', 'value', 'detail', 'remark']);
    for (const item of inside) {
        assert(item.documentation, `${item.label} is explained`);
        if (item.label !== 'approved') // a mapping, written by `checksheet answer`
            assert.strictEqual(item.insertText, `${item.label}: `);
    }
    const top = await offered('|');
    for (const key of ['checksheet', 'vendor', 'catalog', 'answers', 'facts', 'extends', 'products', 'items'])
        assert(labels(top).includes(key), `${key} is offered`);
    assert.strictEqual(new Set(labels(top)).size, top.length, 'nothing is offered twice');
}

async function showsQuestions() {
    for (const answer of [' ○ a', '', '\n    status: △'])
        assert.match(await hover(`${header('METI')}  2-1|-2:${answer}\n`), /METI 2-1-2[^]*security officer/, answer);
    for (const line of ['"46|.1": 99.9%', '46.1: 99|.9%']) // the server has nothing to say over a key that is a number
        assert.match(await hover(`${header('MIC')}  ${line}\n`, 'MIC'), /MIC 46\.1/);
    assert.match(await hover(`${header('METI')}  2-1-1:\n    sta|tus: ○\n`), /The mark/);
    assert.match(await hover('ven|dor: V\n'), /Name of the company/);
}

async function findsFaults() {
    const good = `${header('METI')}  2-1-1: ○ a\n`;
    assert.deepStrictEqual(await wrong(good), []);
    assert.deepStrictEqual(await wrong(`${good}  2-1-2: 7\n  METI 2-1-3: × a\n  MIC 46.1: 99%\n  x-a: [b]\n`), []);
    assert.deepStrictEqual(await wrong(`${good}servcie: S\n`), ['6: Property servcie is not allowed.']);
    assert.deepStrictEqual(await wrong(`${good}  2-1-99: ○\n`), ['6: Property 2-1-99 is not allowed.']);
    assert.deepStrictEqual(await wrong(`${good}  2-1-2:\n    stauts: ○\n`), ['7: Property stauts is not allowed.']);
    assert.deepStrictEqual(await wrong(`${good}  2-1-2:\n    link: ○\nproducts: [link]\n`), []);
    assert.deepStrictEqual(await wrong(`${good}  9-9: ○\nitems: {add: {a: {9-9: b}}}\n`), []);
    assert.strictEqual((await wrong(`${good}  2-1-2:\n    reviewed: [2025]\n`)).length, 1);
    for (const answer of [' ◎ always', '\n    status: ◎', ' ★'])
        assert.match((await wrong(`${good}  2-1-2:${answer}\n`)).join(), /unknown-mark: ○ △ × －/, answer);
    assert.deepStrictEqual(await wrong(`${good}  2-1-2: ✓ yes\n  2-1-3: = METI 2-1-1\n  2-1-4: はい。\n`), []);
    assert.deepStrictEqual(await wrong(`${good}  2-1-2: ◎ a\nmarks: none\n`), []); // told in words
    const odd = header('a');
    assert.deepStrictEqual(await wrong(`${odd}  1.10: ○ a\n  007: ○ b\n  x/y.*: ○ c\n`, 'ODD'), []); // 1.10 is no 1.1
    assert.strictEqual((await wrong(`${odd}  x/yy: ○ c\n`, 'ODD')).length, 1);
    assert.match((await wrong('checksheet: profile/1\n')).join(), /vendor[^]*catalog[^]*answers/);
}

async function main() {
    await server.start();
    for (const test of [offersOpenQuestions, offersMarks, offersValues, offersKeys, showsQuestions, findsFaults])
        await test();
    await server.stop();
}

main().catch(error => {
    console.log(error.message);
    server.child.kill();
    process.exitCode = 1;
});
