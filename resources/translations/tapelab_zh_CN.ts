<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AssigningCard</name>
    <message>
        <source>Assign</source>
        <translation>赋值</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Put the value in the place of what is there, as = does</source>
        <translation>用新值替换原来的值，相当于 =</translation>
    </message>
    <message>
        <source>Add the value to what is there, as += does</source>
        <translation>在原值上加上该值，相当于 +=</translation>
    </message>
    <message>
        <source>Subtract the value from what is there, as -= does</source>
        <translation>从原值中减去该值，相当于 -=</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Which part: an index such as 0, 0, or a slice such as :, 1:; empty for the whole</source>
        <translation>哪一部分：如 0, 0 的索引，或如 :, 1: 的切片；留空表示整体</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>A number, rows such as [[1], [2]], or a formula such as ones((3, 1)) or x * 2</source>
        <translation>一个数、形如 [[1], [2]] 的行，或 ones((3, 1))、x * 2 这样的公式</translation>
    </message>
    <message>
        <source>Do it (Enter in a field)</source>
        <translation>执行（在输入框中按 Enter）</translation>
    </message>
    <message>
        <source>The call as it will be</source>
        <translation>将要执行的调用</translation>
    </message>
</context>
<context>
    <name>AxisSlider</name>
    <message>
        <source>axis {axis}</source>
        <translation>轴 {axis}</translation>
    </message>
    <message>
        <source>of {length}</source>
        <translation>共 {length}</translation>
    </message>
    <message>
        <source>Which position of axis {axis} is seen, from 0 to {last}</source>
        <translation>查看轴 {axis} 的哪个位置，从 0 到 {last}</translation>
    </message>
    <message>
        <source>Axis {axis} is long: from which position on its elements are seen</source>
        <translation>轴 {axis} 较长：从哪个位置开始查看它的元素</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Before and after</source>
        <translation>之前与之后</translation>
    </message>
    <message>
        <source>What stands on the right</source>
        <translation>右侧显示什么</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Show the values after the call</source>
        <translation>显示调用之后的值</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>Show by how much each element is different from before</source>
        <translation>显示每个元素与之前相差多少</translation>
    </message>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>This variable has no elements.</source>
        <translation>这个变量没有元素。</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>CodeCard</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>prints these values wherever it runs</source>
        <translation>在任何地方运行都会打印这些值</translation>
    </message>
    <message>
        <source>Copy the whole program</source>
        <translation>复制整个程序</translation>
    </message>
</context>
<context>
    <name>CodePane</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Line to run</source>
        <translation>要运行的一行</translation>
    </message>
    <message>
        <source>Type a line such as e = matmul(a, b). Tab completes, Up and Down bring earlier lines back.</source>
        <translation>输入一行，例如 e = matmul(a, b)。Tab 补全，上下方向键找回之前的行。</translation>
    </message>
    <message>
        <source>e = matmul(a, b)</source>
        <translation>e = matmul(a, b)</translation>
    </message>
    <message>
        <source>↵ run</source>
        <translation>↵ 运行</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Completions</source>
        <translation>补全</translation>
    </message>
    <message>
        <source>Tab puts the marked one into the line</source>
        <translation>按 Tab 把选中的一项填入</translation>
    </message>
</context>
<context>
    <name>DecisionCard</name>
    <message>
        <source>Decision line</source>
        <translation>分类直线</translation>
    </message>
    <message>
        <source>Colour of the points</source>
        <translation>数据点的着色方式</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Colour each point by its prediction, above 0.5 or not</source>
        <translation>按预测值是否大于 0.5 给每个点着色</translation>
    </message>
    <message>
        <source>True</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>Colour each point by the class that it belongs to</source>
        <translation>按每个点真正所属的类别着色</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>The share of all points whose prediction is on the right side of 0.5</source>
        <translation>预测值落在 0.5 正确一侧的点占全部点的比例</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>精度</translation>
    </message>
</context>
<context>
    <name>DecisionPlot</name>
    <message>
        <source>Decision plot</source>
        <translation>分类图</translation>
    </message>
    <message>
        <source>The points of both classes, and the line where the prediction is 0.5. W and b can also be typed.</source>
        <translation>两个类别的点，以及预测值等于 0.5 的直线。W 和 b 也可以直接输入。</translation>
    </message>
    <message>
        <source>Drag the line to move it, its ends to turn it. Point at a mark for its numbers.</source>
        <translation>拖动直线可以平移，拖动两端可以旋转；指向一个点可以查看它的数值。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all the data (F, or double-click)</source>
        <translation>显示全部数据（F 键或双击）</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测值</translation>
    </message>
    <message>
        <source>squared error</source>
        <translation>平方误差</translation>
    </message>
</context>
<context>
    <name>FocusCard</name>
    <message>
        <source>Tensor</source>
        <translation>张量</translation>
    </message>
</context>
<context>
    <name>FormulaLine</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Where the number comes from; hover another element to see its formula</source>
        <translation>这个数的由来；指向其他元素可查看它的公式</translation>
    </message>
</context>
<context>
    <name>HappenedCard</name>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>TensorFlow</source>
        <translation>TensorFlow</translation>
    </message>
    <message>
        <source>The call on the variable</source>
        <translation>对变量的调用</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>The same in Python&apos;s own signs, on a NumPy array</source>
        <translation>同样的操作用 Python 的运算符写在 NumPy 数组上</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>What the call gives back: the same variable, not read yet, so that calls can be chained</source>
        <translation>调用的返回值：同一个变量，尚未读取，因此可以链式调用</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Whether the name still stands for the same object</source>
        <translation>这个名称是否仍指向同一个对象</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Whether the elements still lie where they lay</source>
        <translation>元素是否仍在原来的位置</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Turn the wheel to see fewer cells, or more; drag to move; click to choose one.</source>
        <translation>滚动滚轮缩放，拖动平移，单击选择一个单元格。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show the whole plane (F, or double-click)</source>
        <translation>显示整个平面（F 或双击）</translation>
    </message>
    <message>
        <source>Drawn from one in {stride} rows and columns; turn the wheel to see all.</source>
        <translation>每 {stride} 行、列取一个绘制；滚动滚轮可查看全部。</translation>
    </message>
</context>
<context>
    <name>Histogram</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>How many elements have a value within each bin</source>
        <translation>每个区间内有多少个元素</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>理论值</translation>
    </message>
</context>
<context>
    <name>InsidePanel</name>
    <message>
        <source>⇧→ next   ⇧← back</source>
        <translation>⇧→ 前进   ⇧← 后退</translation>
    </message>
    <message>
        <source>Shift+Right runs the next phase, Shift+Left goes back by one</source>
        <translation>Shift+→ 运行下一个阶段，Shift+← 退回上一个阶段</translation>
    </message>
    <message>
        <source>Copy the whole program</source>
        <translation>复制整个程序</translation>
    </message>
    <message>
        <source>Inside a step</source>
        <translation>步骤内部</translation>
    </message>
    <message>
        <source>Inside step {step}</source>
        <translation>第 {step} 步内部</translation>
    </message>
</context>
<context>
    <name>LanesCard</name>
    <message>
        <source>made</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>works</source>
        <translation>可行</translation>
    </message>
    <message>
        <source>The same on all three</source>
        <translation>三者对照</translation>
    </message>
    <message>
        <source>A NumPy array: its elements can be assigned to</source>
        <translation>NumPy 数组：可以对元素赋值</translation>
    </message>
    <message>
        <source>A Tensor never changes; an operation makes a new one</source>
        <translation>张量永不改变；运算会创建新的张量</translation>
    </message>
    <message>
        <source>A Variable changes by its own methods</source>
        <translation>变量通过自己的方法改变</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Key to the points</source>
        <translation>数据点图例</translation>
    </message>
    <message>
        <source>A ring marks a point whose prediction is on the wrong side of 0.5.</source>
        <translation>带圈的点：预测值落在了 0.5 的错误一侧。</translation>
    </message>
    <message>
        <source>class 0</source>
        <translation>类别 0</translation>
    </message>
    <message>
        <source>class 1</source>
        <translation>类别 1</translation>
    </message>
    <message>
        <source>wrong: {wrong}</source>
        <translation>错误：{wrong}</translation>
    </message>
</context>
<context>
    <name>LossCard</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>The mean squared error over all the points, with W and b as they are</source>
        <translation>用当前的 W 和 b 在全部点上算出的均方误差</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>对数刻度</translation>
    </message>
    <message>
        <source>Drop the curves of earlier runs</source>
        <translation>清除先前训练留下的曲线</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Loss plot</source>
        <translation>损失曲线图</translation>
    </message>
    <message>
        <source>The loss of every step. The time scrubber goes to a step, too.</source>
        <translation>每一步的损失。用时间滑块也可以跳到任意一步。</translation>
    </message>
    <message>
        <source>Click or drag to look at a step; turn the wheel to see fewer steps, or more.</source>
        <translation>单击或拖动可以查看某一步；滚动滚轮可以缩小或扩大显示的步数范围。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show the whole run (F, or double-click)</source>
        <translation>显示整个训练过程（F 键或双击）</translation>
    </message>
    <message>
        <source>accuracy {share} %</source>
        <translation>精度 {share} %</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>earlier branch</source>
        <translation>先前的分支</translation>
    </message>
</context>
<context>
    <name>MakingCard</name>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>The variable&apos;s name in Python, such as x</source>
        <translation>变量在 Python 中的名称，例如 x</translation>
    </message>
    <message>
        <source>trainable</source>
        <translation>可训练</translation>
    </message>
    <message>
        <source>Whether a gradient tape watches the variable of its own accord</source>
        <translation>梯度带是否自动监视该变量</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Make variable</source>
        <translation>创建变量</translation>
    </message>
    <message>
        <source>Make the variable anew; its story begins again, and Ctrl+Z brings the old one back</source>
        <translation>重新创建变量；记录从头开始，按 Ctrl+Z 可恢复原来的变量</translation>
    </message>
</context>
<context>
    <name>NewTensorCard</name>
    <message>
        <source>New tensor</source>
        <translation>新张量</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the tensor is called; left empty, the next free letter</source>
        <translation>张量的名称；留空则用下一个空闲字母</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Make the tensor, with TensorFlow and with NumPy (Enter)</source>
        <translation>用 TensorFlow 和 NumPy 创建张量（Enter）</translation>
    </message>
    <message>
        <source>Make the tensor</source>
        <translation>创建张量</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OperationsLine</name>
    <message>
        <source>Operations that TensorFlow executed</source>
        <translation>TensorFlow 执行的运算</translation>
    </message>
</context>
<context>
    <name>PhaseSteps</name>
    <message>
        <source>batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Take the points of this step</source>
        <translation>取出这一步要用的数据点</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向传播</translation>
    </message>
    <message>
        <source>Predict: inputs times W, plus b, while the tape records</source>
        <translation>计算预测值：输入乘以 W 再加上 b，由梯度带记录</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Measure how wrong the predictions are</source>
        <translation>衡量预测值错了多少</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Run the tape backwards: how the loss changes with W and b</source>
        <translation>让梯度带反向运行：求损失随 W 和 b 如何变化</translation>
    </message>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Move W and b against their gradients</source>
        <translation>让 W 和 b 沿梯度的反方向移动</translation>
    </message>
</context>
<context>
    <name>RecipeForm</name>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>What the elements are at first</source>
        <translation>元素的初始值</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>How many elements in each dimension: 3, 1; for a scalar, ().</source>
        <translation>每个维度有多少个元素，例如 3, 1；标量写作 ()。</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>The middle of the normal distribution</source>
        <translation>正态分布的中心</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>The standard deviation of the normal distribution, from 0 up</source>
        <translation>正态分布的标准差，不小于 0</translation>
    </message>
    <message>
        <source>From</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>The least number that can be drawn</source>
        <translation>可能抽到的最小的数</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>All numbers that are drawn are below this one</source>
        <translation>抽到的数都小于它</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The numbers, as in [[1, 2], [3, 4]]</source>
        <translation>数字，例如 [[1, 2], [3, 4]]</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The first number</source>
        <translation>第一个数</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>The numbers end before this one</source>
        <translation>到此数之前为止</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>By how much each number differs from the one before</source>
        <translation>相邻两数之差</translation>
    </message>
    <message>
        <source>How many rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>How many columns; as many as rows where this is empty</source>
        <translation>列数；留空则与行数相同</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same numbers</source>
        <translation>相同的种子抽到相同的数</translation>
    </message>
    <message>
        <source>dtype</source>
        <translation>dtype</translation>
    </message>
    <message>
        <source>What kind of number each element is</source>
        <translation>每个元素是哪种数</translation>
    </message>
    <message>
        <source>random normal</source>
        <translation>随机正态</translation>
    </message>
    <message>
        <source>random uniform</source>
        <translation>随机均匀</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>全 1</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全 0</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>range</source>
        <translation>等差数列</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>tensor {name}</source>
        <translation>张量 {name}</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Training step</source>
        <translation>训练步骤</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Per class</source>
        <translation>每类点数</translation>
    </message>
    <message>
        <source>How many points each of the two classes has. Changing the data starts again at step 0.</source>
        <translation>两个类别各有多少个点。更改数据后会从第 0 步重新开始。</translation>
    </message>
    <message>
        <source>Mean, class 0</source>
        <translation>类别 0 均值</translation>
    </message>
    <message>
        <source>Where the middle of class 0 lies: x, y.</source>
        <translation>类别 0 的中心位置：x, y。</translation>
    </message>
    <message>
        <source>Mean, class 1</source>
        <translation>类别 1 均值</translation>
    </message>
    <message>
        <source>Where the middle of class 1 lies: x, y.</source>
        <translation>类别 1 的中心位置：x, y。</translation>
    </message>
    <message>
        <source>Covariance</source>
        <translation>协方差</translation>
    </message>
    <message>
        <source>The shape of both clouds: variance of x, covariance; covariance, variance of y.</source>
        <translation>两个点云共同的协方差矩阵：x 的方差、协方差；协方差、y 的方差。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Another seed draws other points from the same two clouds.</source>
        <translation>换一个种子，就从同样的两个分布中抽取另一组点。</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>The weights before the next step, one for x and one for y. Type others to go on from there.</source>
        <translation>下一步之前的权重，x 和 y 各一个。输入别的值，就从那里继续训练。</translation>
    </message>
    <message>
        <source>b</source>
        <translation>b</translation>
    </message>
    <message>
        <source>The bias before the next step. Type another to go on from there.</source>
        <translation>下一步之前的偏置。输入别的值，就从那里继续训练。</translation>
    </message>
    <message>
        <source>Start seed</source>
        <translation>初始种子</translation>
    </message>
    <message>
        <source>Draws the first W, and the order of the points where batches are smaller than the data.</source>
        <translation>决定 W 的初始值；批量小于数据集时，还决定取点的顺序。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How W and b follow the gradient: by hand with assign_sub, or by one of Keras&apos;s optimizers.</source>
        <translation>W 和 b 如何随梯度更新：用 assign_sub 手动更新，或者交给某个 Keras 优化器。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step follows the gradient. It can be changed on the way.</source>
        <translation>每一步沿梯度走多远。训练途中也可以更改。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>How many points each step learns from: a number such as 16, or all of them.</source>
        <translation>每一步用多少个点来学习：一个数（如 16），或者全部。</translation>
    </message>
    <message>
        <source>Stop after</source>
        <translation>自动停止</translation>
    </message>
    <message>
        <source>Play pauses after so many steps; playing on takes as many again. Or never.</source>
        <translation>播放满这么多步就暂停；继续播放，再走同样多步。也可以填“从不”。</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>手动</translation>
    </message>
</context>
<context>
    <name>SliceBar</name>
    <message>
        <source>down</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Which axis of the tensor runs down</source>
        <translation>张量的哪个轴沿纵向排列</translation>
    </message>
    <message>
        <source>across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Which axis of the tensor runs across</source>
        <translation>张量的哪个轴沿横向排列</translation>
    </message>
    <message>
        <source>The part of the tensor that is seen</source>
        <translation>当前查看的张量部分</translation>
    </message>
    <message>
        <source>axis {axis}</source>
        <translation>轴 {axis}</translation>
    </message>
</context>
<context>
    <name>StoryCard</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Copy the whole program</source>
        <translation>复制整个程序</translation>
    </message>
</context>
<context>
    <name>TensorRow</name>
    <message>
        <source>min {least}, max {most}, mean {mean}</source>
        <translation>最小 {least}，最大 {most}，均值 {mean}</translation>
    </message>
    <message>
        <source>not finite: {count}</source>
        <translation>非有限值：{count} 个</translation>
    </message>
    <message>
        <source>elements: {count}</source>
        <translation>元素：{count} 个</translation>
    </message>
</context>
<context>
    <name>TensorView</name>
    <message>
        <source>How the tensor is shown</source>
        <translation>张量的显示方式</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Show the elements as numbers</source>
        <translation>把元素显示为数字</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Show the elements as colours</source>
        <translation>把元素显示为颜色</translation>
    </message>
    <message>
        <source>Stats</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Show statistics and a histogram</source>
        <translation>显示统计量和直方图</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>About the tensor</source>
        <translation>关于这个张量</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the selected elements, for a spreadsheet</source>
        <translation>复制所选元素，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Copy as np.array(…)</source>
        <translation>复制为 np.array(…)</translation>
    </message>
    <message>
        <source>Copy the whole tensor as Python</source>
        <translation>把整个张量复制为 Python 代码</translation>
    </message>
    <message>
        <source>This tensor is empty: a shape of {shape} has no elements.</source>
        <translation>这个张量是空的：形状 {shape} 没有元素。</translation>
    </message>
    <message>
        <source>Strings have no heat map.</source>
        <translation>字符串没有热图。</translation>
    </message>
    <message>
        <source>A scalar: one element, and no dimension.</source>
        <translation>标量：一个元素，没有维度。</translation>
    </message>
</context>
<context>
    <name>TensorsTab</name>
    <message>
        <source>Ctrl+N new   Ctrl+Z undo</source>
        <translation>Ctrl+N 新建   Ctrl+Z 撤销</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>文字说明</translation>
    </message>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在加载 TensorFlow…</translation>
    </message>
    <message>
        <source>Type a line such as a = ones((2, 2)), or press + New.</source>
        <translation>输入一行，例如 a = ones((2, 2))，或点按“+ 新建”。</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Ctrl+Z</source>
        <translation>Ctrl+Z</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Z</source>
        <translation>Ctrl+Shift+Z</translation>
    </message>
    <message>
        <source>One state back</source>
        <translation>后退一个状态</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左方向键</translation>
    </message>
    <message>
        <source>One state on</source>
        <translation>前进一个状态</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>State to look at</source>
        <translation>要查看的状态</translation>
    </message>
    <message>
        <source>Look at any state (Home: the first, End: the newest)</source>
        <translation>查看任意状态（Home：最早，End：最新）</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>state {state}</source>
        <translation>状态 {state}</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>共 {count}</translation>
    </message>
    <message>
        <source>{count} older dropped</source>
        <translation>已丢弃较早的 {count} 个</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play through the states</source>
        <translation>依次播放各个状态</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>{tab} (Ctrl+{number})</source>
        <translation>{tab} (Ctrl+{number})</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>TensorFlow is loading …</source>
        <translation>正在加载 TensorFlow……</translation>
    </message>
    <message>
        <source>The points are being made …</source>
        <translation>正在生成数据点…</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Reset to the same start</source>
        <translation>重置，回到同一起点</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>New start with other first weights</source>
        <translation>换一组初始权重，重新开始</translation>
    </message>
    <message>
        <source>Shift+R</source>
        <translation>Shift+R</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Into the step: run its next phase</source>
        <translation>进入步骤内部：运行下一个阶段</translation>
    </message>
    <message>
        <source>Shift+Right; Shift+Left: one phase back</source>
        <translation>Shift+→；Shift+← 退回一个阶段</translation>
    </message>
    <message>
        <source>Step to look at</source>
        <translation>要查看的步</translation>
    </message>
    <message>
        <source>Look at any recorded step (Home: the first, End: the newest)</source>
        <translation>查看任意一个已记录的步（Home：第一步，End：最新一步）</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>How many steps a second, from 1 to as fast as it goes</source>
        <translation>每秒多少步，从 1 步到全速</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>{speed} /s</source>
        <translation>{speed} 步/秒</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>of {stop}</source>
        <translation>共 {stop} 步</translation>
    </message>
    <message>
        <source>{rate} steps/s</source>
        <translation>{rate} 步/秒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
</context>
<context>
    <name>TwinCard</name>
    <message>
        <source>TensorFlow beside NumPy</source>
        <translation>TensorFlow 与 NumPy 对照</translation>
    </message>
    <message>
        <source>works</source>
        <translation>可行</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>values</source>
        <translation>值</translation>
    </message>
    <message>
        <source>A tf.Variable of the same values takes it</source>
        <translation>取值相同的 tf.Variable 可以这样赋值</translation>
    </message>
</context>
<context>
    <name>WorkspacePanel</name>
    <message>
        <source>Workspace</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>+ New</source>
        <translation>+ 新建</translation>
    </message>
    <message>
        <source>New tensor</source>
        <translation>新张量</translation>
    </message>
    <message>
        <source>Make a tensor: ones, zeros, random numbers, a range and more (Ctrl+N)</source>
        <translation>创建张量：全 1、全 0、随机数、等差数列等（Ctrl+N）</translation>
    </message>
    <message>
        <source>Tensors of the workspace</source>
        <translation>工作区中的张量</translation>
    </message>
    <message>
        <source>Undo the last line</source>
        <translation>撤销上一行</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Remove the chosen tensor</source>
        <translation>移除所选张量</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Empty the workspace; Undo brings it back</source>
        <translation>清空工作区；可撤销恢复</translation>
    </message>
    <message>
        <source>1 tensor, {size}</source>
        <translation>1 个张量，{size}</translation>
    </message>
    <message>
        <source>{count} tensors, {size}</source>
        <translation>{count} 个张量，{size}</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>Write the number with a decimal point: {right}, not {text}.</source>
        <translation>请用小数点书写：{right}，而不是 {text}。</translation>
    </message>
    <message>
        <source>Type a finite number, such as 0.1, instead of “{text}”.</source>
        <translation>请输入一个有限的数，例如 0.1，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type a whole number, such as 1000, instead of “{text}”.</source>
        <translation>请输入一个整数，例如 1000，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type two numbers, such as 0, 3, instead of “{text}”.</source>
        <translation>请输入两个数，例如 0, 3，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type two rows of two numbers, such as 1 0.5; 0.5 1, instead of “{text}”.</source>
        <translation>请输入两行，每行两个数，例如 1 0.5; 0.5 1，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type a whole number of points, such as 16, or “{all}”; not “{text}”.</source>
        <translation>请输入点数（整数），例如 16，或者“{all}”，而不是“{text}”。</translation>
    </message>
    <message>
        <source>Type a number of steps, such as 40, or “{never}”; not “{text}”.</source>
        <translation>请输入步数，例如 40，或者“{never}”，而不是“{text}”。</translation>
    </message>
    <message>
        <source>The run must take at least 1 step before it stops, not {value}.</source>
        <translation>至少要训练 1 步才能停止，不能是 {value}。</translation>
    </message>
    <message>
        <source>The speed must be above 0 steps a second, not {value}.</source>
        <translation>速度必须大于每秒 0 步，不能是 {value}。</translation>
    </message>
    <message>
        <source>Something went wrong inside TapeLab: {error}. Nothing is lost; the log says where.</source>
        <translation>TapeLab 内部出错：{error}。数据没有丢失；出错位置见日志。</translation>
    </message>
    <message>
        <source>The seed must be a whole number from 0 to 2147483647, not {value}.</source>
        <translation>种子必须是 0 到 2147483647 之间的整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>Each class needs a whole number of points, at least 1, not {value}.</source>
        <translation>每个类别的点数必须是整数，至少为 1，不能是 {value}。</translation>
    </message>
    <message>
        <source>{value} points a class would need {needed:.1f} GiB of memory; choose at most {most}.</source>
        <translation>每个类别 {value} 个点需要 {needed:.1f} GiB 内存；最多可选 {most} 个。</translation>
    </message>
    <message>
        <source>There are two classes, so give two means.</source>
        <translation>一共有两个类别，请给出两个均值。</translation>
    </message>
    <message>
        <source>A mean is two numbers between -1000000 and 1000000, such as 0, 3; not {value}.</source>
        <translation>均值是 -1000000 到 1000000 之间的两个数，例如 0, 3；不能是 {value}。</translation>
    </message>
    <message>
        <source>A covariance is two rows of two numbers up to 1000000, such as 1, 0.5; 0.5, 1; not {value}.</source>
        <translation>协方差矩阵有两行，每行两个不超过 1000000 的数，例如 1, 0.5; 0.5, 1；不能是 {value}。</translation>
    </message>
    <message>
        <source>A covariance is symmetric: its corners {upper:g} and {lower:g} must be the same number.</source>
        <translation>协方差矩阵是对称的：两个角上的 {upper:g} 和 {lower:g} 必须是同一个数。</translation>
    </message>
    <message>
        <source>A variance is never negative: make the first and the last number at least 0.</source>
        <translation>方差不会是负数：第一个数和最后一个数至少为 0。</translation>
    </message>
    <message>
        <source>No cloud of points has this covariance: with these variances its corner may be at most {root:.4g} in size, not {corner:g}.</source>
        <translation>没有任何点云有这样的协方差：在这两个方差之下，协方差的绝对值最多为 {root:.4g}，不能是 {corner:g}。</translation>
    </message>
    <message>
        <source>The formula needs a tensor for each of {names}.</source>
        <translation>公式需要为以下每个名称给出一个张量：{names}。</translation>
    </message>
    <message>
        <source>A value is no tensor: {reason}.</source>
        <translation>有一个值不是张量：{reason}。</translation>
    </message>
    <message>
        <source>The rows differ in length; every row needs as many numbers.</source>
        <translation>各行长度不同；每行的数必须一样多。</translation>
    </message>
    <message>
        <source>This has {length} characters; a formula may have {most}.</source>
        <translation>这里有 {length} 个字符；公式最多可以有 {most} 个。</translation>
    </message>
    <message>
        <source>Type a formula, such as {example}.</source>
        <translation>请输入公式，例如 {example}。</translation>
    </message>
    <message>
        <source>Write the formula in one line.</source>
        <translation>请把公式写在一行里。</translation>
    </message>
    <message>
        <source>There is a character that no formula has.</source>
        <translation>这里有公式中不能使用的字符。</translation>
    </message>
    <message>
        <source>The formula is too long; name a part and use it.</source>
        <translation>公式太长；请给其中一部分取个名称再使用。</translation>
    </message>
    <message>
        <source>{name} is a function; write {name}(…).</source>
        <translation>{name} 是函数；请写成 {name}(…)。</translation>
    </message>
    <message>
        <source>{name} takes {most} arguments at most, not {found}.</source>
        <translation>{name} 最多接受 {most} 个参数，不能是 {found} 个。</translation>
    </message>
    <message>
        <source>{name} is given its {parameter} twice.</source>
        <translation>{name} 的参数 {parameter} 给了两次。</translation>
    </message>
    <message>
        <source>{name} also needs {missing}.</source>
        <translation>{name} 还需要 {missing}。</translation>
    </message>
    <message>
        <source>Only functions can be called, by their names, as in sin(t).</source>
        <translation>只能按名称调用函数，例如 sin(t)。</translation>
    </message>
    <message>
        <source>{name} has no parameter {parameter}; it has {known}.</source>
        <translation>{name} 没有参数 {parameter}；它的参数有 {known}。</translation>
    </message>
    <message>
        <source>{parameter} is a list of tensors, as in [a, b].</source>
        <translation>{parameter} 是由张量组成的列表，例如 [a, b]。</translation>
    </message>
    <message>
        <source>{parameter} is a whole number, such as 0.</source>
        <translation>{parameter} 是一个整数，例如 0。</translation>
    </message>
    <message>
        <source>{parameter} is a whole number or several, as in (2, 3).</source>
        <translation>{parameter} 是一个或多个整数，例如 (2, 3)。</translation>
    </message>
    <message>
        <source>{parameter} is True or False.</source>
        <translation>{parameter} 是 True 或 False。</translation>
    </message>
    <message>
        <source>{parameter} is a type such as float32 or int64.</source>
        <translation>{parameter} 是数据类型，例如 float32 或 int64。</translation>
    </message>
    <message>
        <source>{parameter} is a whole number below 2147483648, not {value}.</source>
        <translation>{parameter} 必须是小于 2147483648 的整数，而不是 {value}。</translation>
    </message>
    <message>
        <source>An index is a whole number or a slice, as in a[0, 1:].</source>
        <translation>索引是整数或切片，例如 a[0, 1:]。</translation>
    </message>
    <message>
        <source>There is no {name} here; did you mean {close}?</source>
        <translation>这里没有 {name}；是否想写 {close}？</translation>
    </message>
    <message>
        <source>Nothing is reached through a dot here; write sin(t), not t.sin().</source>
        <translation>这里不能用点号取成员；请写 sin(t)，而不是 t.sin()。</translation>
    </message>
    <message>
        <source>For tensors write &amp; for and, | for or, ~ for not.</source>
        <translation>对张量请用 &amp; 表示 and，用 | 表示 or，用 ~ 表示 not。</translation>
    </message>
    <message>
        <source>Instead of if and else write where(condition, a, b).</source>
        <translation>请用 where(condition, a, b) 代替 if 和 else。</translation>
    </message>
    <message>
        <source>Only numbers can stand here.</source>
        <translation>这里只能写数。</translation>
    </message>
    <message>
        <source>A formula is made of numbers, names, operators and functions only.</source>
        <translation>公式只能由数、名称、运算符和函数组成。</translation>
    </message>
    <message>
        <source>No tensor holds a whole number this large; write it as 1e30, for example.</source>
        <translation>没有张量能保存这么大的整数；请写成例如 1e30 的形式。</translation>
    </message>
    <message>
        <source>A bracket is opened and never closed.</source>
        <translation>有一个括号没有闭合。</translation>
    </message>
    <message>
        <source>A bracket is closed that was never opened.</source>
        <translation>有一个右括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>For a power write **, as in t**2.</source>
        <translation>乘方请写 **，例如 t**2。</translation>
    </message>
    <message>
        <source>There is no {name} here; there are {known}, and functions such as sin.</source>
        <translation>这里没有 {name}；可以使用 {known}，以及 sin 等函数。</translation>
    </message>
    <message>
        <source>The formula cannot be read here; is an operator, such as *, missing?</source>
        <translation>公式在这里无法读懂；是不是漏了 * 之类的运算符？</translation>
    </message>
    <message>
        <source>The formula is nested too deeply; name a part and use it.</source>
        <translation>公式嵌套太深；请给其中一部分取个名称再使用。</translation>
    </message>
    <message>
        <source>{path} needs at least two columns: numbers, then the class.</source>
        <translation>{path} 至少要有两列：前面是数，最后一列是类别。</translation>
    </message>
    <message>
        <source>{path}, line {line}: there are {found} columns where the first row has {columns}.</source>
        <translation>{path} 第 {line} 行：这里有 {found} 列，而首行有 {columns} 列。</translation>
    </message>
    <message>
        <source>{path}, line {line}, column {column}: “{text}” is not a finite number; mend or remove it.</source>
        <translation>{path} 第 {line} 行，列 {column}：“{text}”不是有限的数；请改正或删除。</translation>
    </message>
    <message>
        <source>{path} is larger than {limit} MiB; train on a part of it.</source>
        <translation>{path} 大于 {limit} MiB；请用其中一部分来训练。</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
    <message>
        <source>{path} is not a CSV file in UTF-8: {reason}.</source>
        <translation>{path} 不是 UTF-8 编码的 CSV 文件：{reason}。</translation>
    </message>
    <message>
        <source>{path} has no rows of numbers.</source>
        <translation>{path} 里没有一行是数。</translation>
    </message>
    <message>
        <source>{path}: the last column is the class and must hold two different values; it holds {found}.</source>
        <translation>{path}：最后一列是类别，必须有两个不同的值；现在有 {found} 个。</translation>
    </message>
    <message>
        <source>There is no optimizer called {name}; did you mean {close}?</source>
        <translation>没有名为 {name} 的优化器；是否想用 {close}？</translation>
    </message>
    <message>
        <source>The loss at step {step} is no longer finite: with a learning rate of {learning_rate:g} each step overshoots further. Go back and try {better:g}.</source>
        <translation>第 {step} 步的损失已经不是有限的数：学习率为 {learning_rate:g} 时，每一步都越冲越远。请后退，再试试 {better:g}。</translation>
    </message>
    <message>
        <source>The number of steps must be a whole number, at least 0, not {value}.</source>
        <translation>步数必须是整数，至少为 0，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be numbers in an array of shape {shape}.</source>
        <translation>{name} 必须是形状为 {shape} 的数值数组。</translation>
    </message>
    <message>
        <source>{name} must be finite numbers; NaN and infinity cannot be trained.</source>
        <translation>{name} 必须是有限的数；NaN 和无穷大无法训练。</translation>
    </message>
    <message>
        <source>The learning rate must be a number above 0, such as 0.1; not {value}.</source>
        <translation>学习率必须是大于 0 的数，例如 0.1；不能是 {value}。</translation>
    </message>
    <message>
        <source>The batch size must be a whole number, at least 1, not {value}.</source>
        <translation>批量大小必须是整数，至少为 1，不能是 {value}。</translation>
    </message>
    <message>
        <source>A batch of {value} is more than the {samples} points that there are.</source>
        <translation>批量大小 {value} 超过了现有的 {samples} 个点。</translation>
    </message>
    <message>
        <source>Step {value} is not recorded; choose one from 0 to {newest}.</source>
        <translation>没有第 {value} 步的记录；请在 0 到 {newest} 之间选择。</translation>
    </message>
    <message>
        <source>There is not enough memory for {what}.</source>
        <translation>内存不足，无法计算 {what}。</translation>
    </message>
    <message>
        <source>No memory holds a tensor of that many elements; make it smaller.</source>
        <translation>没有内存能容纳这么多元素的张量；请减小。</translation>
    </message>
    <message>
        <source>bool holds True and False, not {value}.</source>
        <translation>bool 只能存放 True 和 False，不能存放 {value}。</translation>
    </message>
    <message>
        <source>{dtype} holds numbers, not {value}; write 1 or 0.</source>
        <translation>{dtype} 存放的是数，不能存放 {value}；请写 1 或 0。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers, not {value}; make floats of it first, as in cast(a, float32).</source>
        <translation>{dtype} 只能存放整数，不能存放 {value}；请先转换为浮点数，例如 cast(a, float32)。</translation>
    </message>
    <message>
        <source>where needs a condition of True and False, as a &gt; 0 is; this one is {dtype}.</source>
        <translation>where 需要由 True 和 False 组成的条件，例如 a &gt; 0；这里是 {dtype}。</translation>
    </message>
    <message>
        <source>{what} does not work with {dtype}; convert it, as in cast(a, {remedy}).</source>
        <translation>{what} 不支持 {dtype}；请先转换，例如 cast(a, {remedy})。</translation>
    </message>
    <message>
        <source>Whole numbers cannot be divided by 0; as floats they give inf: cast(a, float32).</source>
        <translation>整数不能除以 0；转换为浮点数则得到 inf：cast(a, float32)。</translation>
    </message>
    <message>
        <source>Whole numbers have no negative powers; make floats of them first, as in cast(a, float32).</source>
        <translation>整数没有负数次幂；请先转换为浮点数，例如 cast(a, float32)。</translation>
    </message>
    <message>
        <source>{what} needs one dtype on both sides, not {left} and {right}; cast one, as in cast(a, {right}).</source>
        <translation>{what} 两边的 dtype 必须相同，不能是 {left} 和 {right}；请转换其中一个，例如 cast(a, {right})。</translation>
    </message>
    <message>
        <source>No dimension can be negative: {shape}.</source>
        <translation>维度不能为负：{shape}。</translation>
    </message>
    <message>
        <source>The number of rows and of columns cannot be negative.</source>
        <translation>行数和列数不能为负。</translation>
    </message>
    <message>
        <source>This range never ends: its steps do not lead from start to limit.</source>
        <translation>这个数列没有尽头：按此步长无法从起点到达终点。</translation>
    </message>
    <message>
        <source>perm must name each axis of {shape} once; not {perm}.</source>
        <translation>perm 必须恰好列出 {shape} 的每个轴一次，而不是 {perm}。</translation>
    </message>
    <message>
        <source>multiples needs a number from 0 for each dimension of {shape}; not {multiples}.</source>
        <translation>multiples 需要为 {shape} 的每个维度给出一个不小于 0 的数，而不是 {multiples}。</translation>
    </message>
    <message>
        <source>fill takes one number, not a tensor of shape {shape}.</source>
        <translation>fill 需要一个数，而不是形状为 {shape} 的张量。</translation>
    </message>
    <message>
        <source>clip_by_value: the limits must fit into the shape {shape}.</source>
        <translation>clip_by_value：上下限必须能广播到形状 {shape}。</translation>
    </message>
    <message>
        <source>squeeze takes out dimensions of size 1 only; the shape is {shape}.</source>
        <translation>squeeze 只能去掉大小为 1 的维度；形状为 {shape}。</translation>
    </message>
    <message>
        <source>matmul multiplies matrices: {left} and {right} must both have two dimensions; reshape one.</source>
        <translation>matmul 用于矩阵相乘：{left} 和 {right} 都必须有两个维度；请用 reshape 改变其中一个。</translation>
    </message>
    <message>
        <source>matmul does not fit: {left} has {columns} columns and {right} has {rows} rows; they must be as many.</source>
        <translation>matmul 的形状不匹配：{left} 有 {columns} 列，{right} 有 {rows} 行；两者必须相等。</translation>
    </message>
    <message>
        <source>{what} does not fit: {left} and {right} differ in dimension {axis} from the right, {a} and {b}; there they must be equal, or one of them 1.</source>
        <translation>{what} 的形状不匹配：{left} 和 {right} 从右数第 {axis} 维分别是 {a} 和 {b}；它们必须相等，或者其中一个为 1。</translation>
    </message>
    <message>
        <source>Only one dimension of {target} can be left open with -1.</source>
        <translation>{target} 中只能有一个维度写作 -1。</translation>
    </message>
    <message>
        <source>reshape: the {count} elements of {shape} do not go into rows as {target}.</source>
        <translation>reshape：{shape} 的 {count} 个元素无法排成 {target}。</translation>
    </message>
    <message>
        <source>reshape: {shape} has {count} elements and {target} has {needed}.</source>
        <translation>reshape：{shape} 有 {count} 个元素，而 {target} 有 {needed} 个。</translation>
    </message>
    <message>
        <source>concat: {left} and {right} must have as many dimensions; reshape one, or use stack.</source>
        <translation>concat：{left} 和 {right} 的维数必须相同；请改变其中一个的形状，或使用 stack。</translation>
    </message>
    <message>
        <source>concat along axis {axis}: {left} and {right} differ in dimension {other}, {a} and {b}; there they must be equal.</source>
        <translation>沿轴 {axis} 拼接：{left} 和 {right} 在维度 {other} 上不同，分别为 {a} 和 {b}；这里必须相等。</translation>
    </message>
    <message>
        <source>What is stacked must have one shape, not {left} and {right}.</source>
        <translation>stack 的张量形状必须相同，而不是 {left} 和 {right}。</translation>
    </message>
    <message>
        <source>{function}: a scalar has no axis {axis}.</source>
        <translation>{function}：标量没有轴 {axis}。</translation>
    </message>
    <message>
        <source>{function}: there is no axis {axis}; with the shape {shape} it goes from 0 to {last}.</source>
        <translation>{function}：没有轴 {axis}；形状 {shape} 的轴从 0 到 {last}。</translation>
    </message>
    <message>
        <source>{function}: each axis can be named once only.</source>
        <translation>{function}：每个轴只能写一次。</translation>
    </message>
    <message>
        <source>In [ ] there can be one ... only.</source>
        <translation>[ ] 中只能有一个 ...。</translation>
    </message>
    <message>
        <source>{count} indices are too many: the tensor has the shape {shape}.</source>
        <translation>{count} 个索引太多：张量的形状为 {shape}。</translation>
    </message>
    <message>
        <source>The step of a slice cannot be 0.</source>
        <translation>切片的步长不能为 0。</translation>
    </message>
    <message>
        <source>Index {index} is out of range: dimension {axis} of {shape} has {size}, counted from 0.</source>
        <translation>索引 {index} 超出范围：{shape} 的维度 {axis} 大小为 {size}，从 0 开始计数。</translation>
    </message>
    <message>
        <source>{what} cannot be computed; TensorFlow says: {reason}.</source>
        <translation>无法计算 {what}；TensorFlow 的说明：{reason}。</translation>
    </message>
    <message>
        <source>This would need {needed} of memory, and TapeLab takes at most {limit} of what is free; make it smaller.</source>
        <translation>这需要 {needed} 内存，而 TapeLab 最多使用空闲内存中的 {limit}；请改小一些。</translation>
    </message>
    <message>
        <source>This needs {count} multiplications, and TapeLab waits for at most {most}; make the matrices smaller.</source>
        <translation>这需要 {count} 次乘法，而 TapeLab 最多等待 {most} 次；请改用较小的矩阵。</translation>
    </message>
    <message>
        <source>The order is a whole number from 0 to {most}, not {value}.</source>
        <translation>阶数是 0 到 {most} 之间的整数，不能是 {value}。</translation>
    </message>
    <message>
        <source>The points must be numbers.</source>
        <translation>这些点必须是数。</translation>
    </message>
    <message>
        <source>{count} points are too many; choose at most {most}.</source>
        <translation>{count} 个点太多；最多可选 {most} 个。</translation>
    </message>
    <message>
        <source>Type a shape, such as 3, 1; for a scalar, ().</source>
        <translation>请输入形状，例如 3, 1；标量请输入 ()。</translation>
    </message>
    <message>
        <source>A shape is a row of whole numbers, such as 3, 1; not “{text}”.</source>
        <translation>形状是一行整数，例如 3, 1；不能是“{text}”。</translation>
    </message>
    <message>
        <source>No dimension can be negative: not {size}.</source>
        <translation>维度的大小不会是负数：不能是 {size}。</translation>
    </message>
    <message>
        <source>This has {length} characters; typed values may have {most}.</source>
        <translation>这里有 {length} 个字符；输入的值最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>Type values, such as [[1, 2], [3, 4]].</source>
        <translation>请输入值，例如 [[1, 2], [3, 4]]。</translation>
    </message>
    <message>
        <source>The values cannot be read; is a comma or a bracket missing?</source>
        <translation>无法读取这些值；是否缺少逗号或括号？</translation>
    </message>
    <message>
        <source>A tensor may have {most} dimensions here, not {found}.</source>
        <translation>这里的张量最多有 {most} 个维度，不能有 {found} 个。</translation>
    </message>
    <message>
        <source>Only numbers can stand here, not {formula}; type rows of them.</source>
        <translation>这里只能是数，不能是 {formula}；请按行输入数字。</translation>
    </message>
    <message>
        <source>No memory holds a tensor of {elements} elements; make it smaller.</source>
        <translation>没有内存能容纳 {elements} 个元素的张量；请改小一些。</translation>
    </message>
    <message>
        <source>Every dimension is a whole number: not {size}.</source>
        <translation>每个维度的大小都是整数：不能是 {size}。</translation>
    </message>
    <message>
        <source>These are {count} elements, too many for the clipboard; select at most {most} of them.</source>
        <translation>共有 {count} 个元素，剪贴板放不下；最多请选择 {most} 个。</translation>
    </message>
    <message>
        <source>TensorFlow does not do this: {reason}.</source>
        <translation>TensorFlow 不支持这样做：{reason}。</translation>
    </message>
    <message>
        <source>{name} holds {dtype} and this gives {found}; TensorFlow does not convert. Write {remedy}.</source>
        <translation>{name} 的类型是 {dtype}，而这里得出的是 {found}；TensorFlow 不会自动转换。请写 {remedy}。</translation>
    </message>
    <message>
        <source>{call} takes the whole shape {shape} and does not broadcast {found}. Aim at the part : instead, which does.</source>
        <translation>{call} 需要完整的形状 {shape}，不会广播 {found}。请改为对 : 这个部分赋值，它会广播。</translation>
    </message>
    <message>
        <source>{call} takes the whole shape {shape}, and the value has the shape {found}.</source>
        <translation>{call} 需要完整的形状 {shape}，而这个值的形状是 {found}。</translation>
    </message>
    <message>
        <source>The value has the shape {found} and {part} has {selected}; counted from the right, each size of the value must be the same, or 1.</source>
        <translation>这个值的形状是 {found}，而 {part} 的形状是 {selected}；从右数起，值的每个维度必须与之相同，或者为 1。</translation>
    </message>
    <message>
        <source>This has {length} characters; an index may have {most}.</source>
        <translation>这里有 {length} 个字符；索引最多可以有 {most} 个。</translation>
    </message>
    <message>
        <source>A new axis names no part of {name}; write whole numbers and slices.</source>
        <translation>新增的轴不对应 {name} 的任何部分；请写整数和切片。</translation>
    </message>
    <message>
        <source>Only one … can stand in an index.</source>
        <translation>一个索引中只能有一个 …。</translation>
    </message>
    <message>
        <source>A slice needs a step other than 0, such as {example}.</source>
        <translation>切片的步长不能为 0，请写成例如 {example} 的形式。</translation>
    </message>
    <message>
        <source>Write whole numbers and slices, such as 0, 0 or :, 1: instead of “{text}”.</source>
        <translation>请写整数和切片，例如 0, 0 或 :, 1:，而不是“{text}”。</translation>
    </message>
    <message>
        <source>{name} is a single number and has no parts; leave the target empty.</source>
        <translation>{name} 是单个数，没有更小的部分；请把目标留空。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}; {count} indices are too many, {rank} at most.</source>
        <translation>{name} 的形状是 {shape}；{count} 个索引太多，最多 {rank} 个。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}: no element to assign to.</source>
        <translation>{name} 的形状是 {shape}：没有可以赋值的元素。</translation>
    </message>
    <message>
        <source>{place} picks nothing: {name} has the shape {shape}, so dimension {axis} goes from 0 to {greatest}. TensorFlow would say nothing and do nothing.</source>
        <translation>{place} 没有选中任何元素：{name} 的形状是 {shape}，所以第 {axis} 维的范围是 0 到 {greatest}。TensorFlow 不会报错，也不会做任何事。</translation>
    </message>
    <message>
        <source>{place} is out of range: {name} has the shape {shape}, so dimension {axis} goes from 0 to {greatest}, or from {least} to -1.</source>
        <translation>{place} 超出范围：{name} 的形状是 {shape}，所以第 {axis} 维的范围是 0 到 {greatest}，或者 {least} 到 -1。</translation>
    </message>
    <message>
        <source>The positions of this axis go from 0 to {last}.</source>
        <translation>这个轴的位置从 0 到 {last}。</translation>
    </message>
    <message>
        <source>bool holds True and False, not {value}; choose float32.</source>
        <translation>bool 只能存放 True 和 False，不能是 {value}；请选择 float32。</translation>
    </message>
    <message>
        <source>{dtype} holds no complex number such as {value}; choose complex64.</source>
        <translation>{dtype} 不能存放 {value} 这样的复数；请选择 complex64。</translation>
    </message>
    <message>
        <source>{dtype} holds numbers, no text such as “{value}”; choose string.</source>
        <translation>{dtype} 存放数，不能存放“{value}”这样的文本；请选择 string。</translation>
    </message>
    <message>
        <source>string holds text; write {value} in quotation marks, or choose float32.</source>
        <translation>string 存放文本；请给 {value} 加上引号，或者选择 float32。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers, not {value}; choose float32.</source>
        <translation>{dtype} 只能存放整数，不能是 {value}；请选择 float32。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers from {least} to {greatest}; {value} would silently become another.</source>
        <translation>{dtype} 存放 {least} 到 {greatest} 之间的整数；{value} 会悄悄变成另一个数。</translation>
    </message>
    <message>
        <source>{dtype} holds whole numbers from {least} to {greatest}; {value} would silently become another; choose {fitting}.</source>
        <translation>{dtype} 存放 {least} 到 {greatest} 之间的整数；{value} 会悄悄变成另一个数；请选择 {fitting}。</translation>
    </message>
    <message>
        <source>{dtype} reaches to {largest} only; {value} would silently become infinite.</source>
        <translation>{dtype} 最大只到 {largest}；{value} 会悄悄变成无穷大。</translation>
    </message>
    <message>
        <source>The variable was assigned to {count} times, and that is all there is room for; make it anew.</source>
        <translation>这个变量已经赋值 {count} 次，记录已满；请重新创建。</translation>
    </message>
    <message>
        <source>There is no recipe {name}.</source>
        <translation>没有名为 {name} 的创建方式。</translation>
    </message>
    <message>
        <source>NumPy&apos;s array is a piece of memory that one may write into.</source>
        <translation>NumPy 数组是一块可以写入的内存。</translation>
    </message>
    <message>
        <source>A tensor never changes: what was computed of it, and its gradients, stay right. Make a new one instead.</source>
        <translation>张量永不改变：由它算出的结果及其梯度始终正确。请创建新的张量。</translation>
    </message>
    <message>
        <source>A variable has state that changes, but not by Python&apos;s = on a part of it.</source>
        <translation>变量的状态可以改变，但不能用 Python 的 = 对其部分赋值。</translation>
    </message>
    <message>
        <source>This is how a variable changes: assign writes the element in place, and TensorFlow knows of it.</source>
        <translation>变量就是这样改变的：assign 就地写入元素，TensorFlow 也知道这次改变。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}; an element has {rank} indices, not {found}.</source>
        <translation>{name} 的形状为 {shape}；一个元素有 {rank} 个索引，而不是 {found} 个。</translation>
    </message>
    <message>
        <source>TensorFlow does not make this in {dtype}; choose one of {allowed}.</source>
        <translation>TensorFlow 不能以 {dtype} 创建它；请选择 {allowed} 之一。</translation>
    </message>
    <message>
        <source>There is no dtype {dtype}; choose one of {allowed}.</source>
        <translation>没有数据类型 {dtype}；请选择 {allowed} 之一。</translation>
    </message>
    <message>
        <source>A standard deviation is never negative: not {value}; TensorFlow would accept it silently.</source>
        <translation>标准差不能为负，而不是 {value}；TensorFlow 会不加提示地接受它。</translation>
    </message>
    <message>
        <source>maxval must be greater than minval, {minval}; it is {maxval}.</source>
        <translation>maxval 必须大于 minval（{minval}）；现在是 {maxval}。</translation>
    </message>
    <message>
        <source>From minval to maxval it is farther than {dtype} reaches.</source>
        <translation>minval 到 maxval 的距离超出了 {dtype} 的范围。</translation>
    </message>
    <message>
        <source>{name} must be a finite number, such as 1.0; not {value}.</source>
        <translation>{name} 必须是有限的数，例如 1.0，而不是 {value}。</translation>
    </message>
    <message>
        <source>With steps of 0 the range never ends; choose 1, for example.</source>
        <translation>步长为 0 时数列没有尽头；例如可选 1。</translation>
    </message>
    <message>
        <source>Steps of {delta} never lead from {start} to {limit}; change the sign.</source>
        <translation>步长 {delta} 无法从 {start} 到达 {limit}；请改变符号。</translation>
    </message>
    <message>
        <source>There is not enough memory for this; nothing was changed.</source>
        <translation>内存不足；没有任何更改。</translation>
    </message>
    <message>
        <source>After = stands what {target} is to be, such as {target} = ones((2, 2)).</source>
        <translation>= 之后应写 {target} 的值，例如 {target} = ones((2, 2))。</translation>
    </message>
    <message>
        <source>There is no {target} yet that {operator}= could change.</source>
        <translation>还没有可供 {operator}= 更改的 {target}。</translation>
    </message>
    <message>
        <source>One line assigns once; write a second line for the second =.</source>
        <translation>一行只赋值一次；第二个 = 请另写一行。</translation>
    </message>
    <message>
        <source>A tensor cannot be assigned into; only a variable can, as in x[0, 0].assign(3.).</source>
        <translation>不能对张量的部分赋值；只有变量可以，例如 x[0, 0].assign(3.)。</translation>
    </message>
    <message>
        <source>Left of = stands one name, as in b = square(a).</source>
        <translation>= 左边应是一个名称，例如 b = square(a)。</translation>
    </message>
    <message>
        <source>{label} has {count} elements; a program has room for {most} of them at most.</source>
        <translation>{label} 有 {count} 个元素；程序中最多只能写 {most} 个。</translation>
    </message>
    <message>
        <source>Keras has no initializer {name}; there is GlorotUniform, for example.</source>
        <translation>Keras 没有初始化器 {name}；例如有 GlorotUniform。</translation>
    </message>
    <message>
        <source>{name} does not make the shape {shape}; Keras says: {reason}.</source>
        <translation>{name} 不能创建形状 {shape}；Keras 提示：{reason}。</translation>
    </message>
    <message>
        <source>A name has letters, digits and _, and begins with no digit; such as x.</source>
        <translation>名称由字母、数字和 _ 组成，且不以数字开头，例如 x。</translation>
    </message>
    <message>
        <source>This name has {length} letters; {most} are enough.</source>
        <translation>这个名称有 {length} 个字母；最多 {most} 个。</translation>
    </message>
    <message>
        <source>{name} stands for something else in the program; take another name.</source>
        <translation>{name} 在程序中另有含义；请换一个名称。</translation>
    </message>
    <message>
        <source>A variable has {methods}, not {method}.</source>
        <translation>变量有 {methods}，没有 {method}。</translation>
    </message>
    <message>
        <source>TensorFlow adds and subtracts no {dtype}; assign instead.</source>
        <translation>TensorFlow 不能对 {dtype} 做加减；请改用 assign。</translation>
    </message>
    <message>
        <source>There is no variable yet; make one first.</source>
        <translation>还没有变量；请先创建一个。</translation>
    </message>
    <message>
        <source>There are {count} tensors already; remove one first.</source>
        <translation>已经有 {count} 个张量；请先移除一个。</translation>
    </message>
</context>
<context>
    <name>facts</name>
    <message>
        <source>shape {shape}</source>
        <translation>形状 {shape}</translation>
    </message>
    <message>
        <source>Its length in each dimension: {count} elements</source>
        <translation>各维度的长度：共 {count} 个元素</translation>
    </message>
    <message>
        <source>What kind of number each element is</source>
        <translation>每个元素是哪种数</translation>
    </message>
    <message>
        <source>The memory that its elements take</source>
        <translation>元素占用的内存</translation>
    </message>
    <message>
        <source>The device whose memory holds it</source>
        <translation>存放它的设备</translation>
    </message>
    <message>
        <source>The least of its finite elements</source>
        <translation>有限元素中的最小值</translation>
    </message>
    <message>
        <source>The greatest of its finite elements</source>
        <translation>有限元素中的最大值</translation>
    </message>
    <message>
        <source>The mean of its finite elements</source>
        <translation>有限元素的均值</translation>
    </message>
    <message>
        <source>How many elements are not a number</source>
        <translation>有多少个元素不是数（NaN）</translation>
    </message>
    <message>
        <source>NaN {count}</source>
        <translation>NaN {count}</translation>
    </message>
    <message>
        <source>How many elements are infinite</source>
        <translation>有多少个元素为无穷大</translation>
    </message>
    <message>
        <source>inf {count}</source>
        <translation>inf {count}</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>elements</source>
        <translation>元素</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>min</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} 字节</translation>
    </message>
</context>
<context>
    <name>parsing</name>
    <message>
        <source>all</source>
        <comment>the batch size: all the points</comment>
        <translation>全部</translation>
    </message>
    <message>
        <source>never</source>
        <comment>stop after: never</comment>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>tabs</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Tensors</source>
        <translation>张量</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>where the prediction is 0.5. Drag it.</source>
        <translation>预测值为 0.5 之处。可以拖动。</translation>
    </message>
    <message>
        <source>W and b are no longer finite, so there is no line. Go back some steps.</source>
        <translation>W 和 b 已不是有限的数，因此没有直线。请后退几步。</translation>
    </message>
    <message>
        <source>W is 0, so every point gets the same prediction and there is no line.</source>
        <translation>W 为 0，所有点的预测值都相同，因此没有直线。</translation>
    </message>
    <message>
        <source>Take the next step apart: each press of ⇧→ runs one phase of it, ⇧← goes back.</source>
        <translation>把下一步拆开来看：每按一次 ⇧→ 运行一个阶段，按 ⇧← 后退。</translation>
    </message>
    <message>
        <source>While the tape records, every point is multiplied by W and b is added: {count} predictions. Above 0.5 means class 1.</source>
        <translation>在梯度带的记录下，每个点乘以 W 再加上 b，得到 {count} 个预测值。大于 0.5 即为类别 1。</translation>
    </message>
    <message>
        <source>Each distance of a prediction from its target is squared. The mean of these {count} is the loss: {loss}.</source>
        <translation>求出每个预测值与目标之差的平方。这 {count} 个平方的均值就是损失：{loss}。</translation>
    </message>
    <message>
        <source>The tape ran backwards: {operations}. The loss falls fastest against (grad_W, grad_b).</source>
        <translation>梯度带反向运行：{operations}。沿 (grad_W, grad_b) 的反方向，损失下降得最快。</translation>
    </message>
    <message>
        <source>W and b moved against their gradients, by the gradient times the learning rate {rate}. The step is taken.</source>
        <translation>W 和 b 沿各自梯度的反方向移动，移动量为梯度乘以学习率 {rate}。这一步完成了。</translation>
    </message>
    <message>
        <source>{optimizer} made the move of W and b from the gradients and from what it remembers. The step is taken.</source>
        <translation>{optimizer} 根据梯度和它记住的状态更新了 W 和 b。这一步完成了。</translation>
    </message>
    <message>
        <source>The step learns from all {count} points at once.</source>
        <translation>这一步同时从全部 {count} 个点中学习。</translation>
    </message>
    <message>
        <source>The step learns from {count} points, the next ones in this epoch&apos;s shuffled order.</source>
        <translation>这一步从 {count} 个点中学习，即本轮次打乱后的顺序中接下来的那些点。</translation>
    </message>
    <message>
        <source>the same object</source>
        <translation>同一个对象</translation>
    </message>
    <message>
        <source>a new object</source>
        <translation>新的对象</translation>
    </message>
    <message>
        <source>the same memory</source>
        <translation>同一块内存</translation>
    </message>
    <message>
        <source>other memory</source>
        <translation>另一块内存</translation>
    </message>
    <message>
        <source>{changed} of {count} changed</source>
        <translation>{count} 个中有 {changed} 个改变</translation>
    </message>
    <message>
        <source>Gradient tapes watch it.</source>
        <translation>梯度带会监视它。</translation>
    </message>
    <message>
        <source>Gradient tapes do not watch it of their own accord.</source>
        <translation>梯度带不会自动监视它。</translation>
    </message>
    <message>
        <source>A variable holds a tensor that can be replaced: its values change, its shape and dtype stay.</source>
        <translation>变量持有一个可以替换的张量：值会改变，形状和 dtype 不变。</translation>
    </message>
    <message>
        <source>All of {name} was replaced, yet it is the same object: whoever holds it sees the new values.</source>
        <translation>{name} 的值全部被替换，但仍是同一个对象：持有它的地方都会看到新值。</translation>
    </message>
    <message>
        <source>Only this part was written; the rest of {name} was not touched.</source>
        <translation>只写入了这一部分；{name} 的其余部分没有变。</translation>
    </message>
    <message>
        <source>{method} is what {sign} is in Python, but for the same object: on a Tensor {sign} makes a new one.</source>
        <translation>{method} 相当于 Python 的 {sign}，但对象不变：对张量使用 {sign} 会创建新的张量。</translation>
    </message>
    <message>
        <source>A part of a variable has no {method}, only assign; so the new values are worked out first.</source>
        <translation>变量的一部分没有 {method}，只有 assign；因此先算出新值。</translation>
    </message>
    <message>
        <source>The memory is that of before.</source>
        <translation>内存仍是原来的。</translation>
    </message>
    <message>
        <source>TensorFlow took over the value&apos;s memory instead of copying it.</source>
        <translation>TensorFlow 接管了该值的内存，而没有复制。</translation>
    </message>
    <message>
        <source>The old memory is in use elsewhere, so the result lies in new memory.</source>
        <translation>原来的内存还在别处使用，因此结果放在新的内存中。</translation>
    </message>
    <message>
        <source>Beyond the range of {dtype}: {count} came in again at its other end, without an error.</source>
        <translation>超出 {dtype} 的范围：有 {count} 个值从另一端绕回，没有报错。</translation>
    </message>
    <message>
        <source>No element is different from before.</source>
        <translation>没有元素与之前不同。</translation>
    </message>
    <message>
        <source>The workspace is empty.</source>
        <translation>工作区是空的。</translation>
    </message>
    <message>
        <source>{name} has no elements: one of its dimensions is 0.</source>
        <translation>{name} 没有元素：其中一个维度为 0。</translation>
    </message>
    <message>
        <source>Hover an element of {name} to see where its number comes from.</source>
        <translation>指向 {name} 的某个元素，查看这个数的由来。</translation>
    </message>
    <message>
        <source>{name} is random: Stats shows how its numbers are spread, and how theory expects them.</source>
        <translation>{name} 是随机的：“统计”显示这些数的分布以及理论分布。</translation>
    </message>
    <message>
        <source>Go on from {name}: type a line such as {example}, and Enter.</source>
        <translation>从 {name} 继续：输入一行，例如 {example}，然后按 Enter。</translation>
    </message>
</context>
</TS>
