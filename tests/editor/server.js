// Talks to yaml-language-server as an editor does: starts it, opens a file, asks what it offers and says at a place.
'use strict';

const { spawn } = require('child_process');
const { pathToFileURL } = require('url');

// The messages of the protocol, each behind a header with its length.
class Connection {
    constructor(child, answer) {
        this.child = child;
        this.answer = answer;
        this.bytes = Buffer.alloc(0);
        child.stdout.on('data', chunk => this.take(chunk));
    }

    take(chunk) {
        this.bytes = Buffer.concat([this.bytes, chunk]);
        for (;;) {
            const end = this.bytes.indexOf('\r\n\r\n');
            if (end < 0)
                return;
            const size = Number(/Content-Length: (\d+)/i.exec(this.bytes.toString('ascii', 0, end))[1]);
            if (this.bytes.length < end + 4 + size)
                return;
            const body = this.bytes.toString('utf8', end + 4, end + 4 + size);
            this.bytes = this.bytes.subarray(end + 4 + size);
            this.answer(JSON.parse(body));
        }
    }

    send(message) {
        const body = JSON.stringify({ jsonrpc: '2.0', ...message });
        this.child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }
}

class Server {
    constructor(program) {
        this.child = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        this.connection = new Connection(this.child, message => this.hear(message));
        this.requests = new Map();
        this.reports = new Map(); // by address: whoever waits for the findings of a file
        this.count = 0;
    }

    hear(message) {
        if (message.method === 'textDocument/publishDiagnostics') {
            const waiting = this.reports.get(message.params.uri);
            this.reports.delete(message.params.uri);
            if (waiting)
                waiting(message.params.diagnostics);
        } else if (message.method && message.id !== undefined) {
            // No settings of our own: an editor without any must do.
            const result = message.method === 'workspace/configuration' ? message.params.items.map(() => null) : null;
            this.connection.send({ id: message.id, result });
        } else if (this.requests.has(message.id)) {
            const { resolve, reject } = this.requests.get(message.id);
            this.requests.delete(message.id);
            if (message.error)
                reject(new Error(message.error.message));
            else
                resolve(message.result);
        }
    }

    request(method, params) {
        const id = ++this.count;
        this.connection.send({ id, method, params });
        return new Promise((resolve, reject) => this.requests.set(id, { resolve, reject }));
    }

    async start() {
        await this.request('initialize', {
            processId: process.pid,
            rootUri: null,
            capabilities: {
                textDocument: {
                    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
                    hover: { contentFormat: ['markdown'] },
                    publishDiagnostics: {},
                },
            },
        });
        this.connection.send({ method: 'initialized', params: {} });
    }

    // Opens a file with a text; resolves to what is found wrong in it.
    open(path, text) {
        const uri = pathToFileURL(path).href;
        const found = new Promise(resolve => this.reports.set(uri, resolve));
        this.connection.send({
            method: 'textDocument/didOpen',
            params: { textDocument: { uri, languageId: 'yaml', version: 1, text } },
        });
        return found;
    }

    at(path, line, character) {
        return { textDocument: { uri: pathToFileURL(path).href }, position: { line, character } };
    }

    async complete(path, line, character) {
        const result = await this.request('textDocument/completion', this.at(path, line, character));
        return Array.isArray(result) ? result : result.items;
    }

    async hover(path, line, character) {
        const result = await this.request('textDocument/hover', this.at(path, line, character));
        return result ? result.contents.value : '';
    }

    async stop() {
        await this.request('shutdown', null);
        this.connection.send({ method: 'exit' });
    }
}

module.exports = { Server };
