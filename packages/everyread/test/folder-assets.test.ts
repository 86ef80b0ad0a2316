import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { folderAssets } from 'everyread';
import { describe, expect, it } from 'vitest';
import { folderWith, pixel } from './terminal.js';

describe('files of a folder', () => {
  it('are opened, the same object each time, by what their bytes are', async () => {
    const folder = await folderWith({ 'a.jpg': pixel, 'sub/b c.png': pixel });
    const assets = folderAssets(folder);
    const asset = await assets.load('a.jpg');
    expect(asset).toMatchObject({ path: 'a.jpg', mediaType: 'image/png', width: 1, height: 1 });
    expect(await assets.load('a.jpg')).toBe(asset);
    expect((await assets.load('./sub/b%20c.png')).width).toBe(1);
  });

  it('may be reached by a link that stays inside', async () => {
    const folder = await folderWith({ 'a.png': pixel });
    await symlink('a.png', join(folder, 'link.png'));
    expect((await folderAssets(folder).load('link.png')).width).toBe(1);
  });

  it('are refused outside, through links, as addresses, and when too large', async () => {
    const folder = await folderWith({ 'p/a.png': pixel, 'out.png': pixel, 'p-2/b.png': pixel });
    await symlink(join(folder, 'out.png'), join(folder, 'p/link.png'));
    await symlink(folder, join(folder, 'p/up'));
    const assets = folderAssets(join(folder, 'p'));
    const outside = [
      '../out.png',
      'x/../../out.png',
      '..\\out.png',
      '%2e%2e/out.png',
      '/etc/passwd',
      'C:/x.png',
      '\\\\host\\x.png',
      '//host/x.png',
      'file:///etc/passwd',
      'https://x.example/a.png',
      'link.png',
      'up/out.png',
      '../p-2/b.png',
      'up/p-2/b.png',
    ];
    for (const path of outside) await expect(assets.load(path), path).rejects.toMatchObject({ code: 'asset', ruleId: 'image-outside' });
    await expect(assets.load('none.png')).rejects.toMatchObject({ ruleId: 'image-missing' });
    await expect(assets.load('')).rejects.toMatchObject({ ruleId: 'image-missing' });
    await expect(assets.load('a\0.png')).rejects.toMatchObject({ ruleId: 'image-missing' });
    await expect(folderAssets(join(folder, 'p'), { maxBytes: 10 }).load('a.png')).rejects.toMatchObject({ ruleId: 'image-too-large' });
  });
});
